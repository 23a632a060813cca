using System.Diagnostics;
using Shouldly;
using Verify.Properties;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Runner.Tests.Input;

/// <summary>The script <c>verify</c>, with a <c>dotnet</c> that builds nothing, on a machine without Z3.</summary>
public sealed class SetUpTests : IDisposable
{
    private const string Dotnet =
        """
        #!/bin/sh
        case $1 in
        --list-sdks) echo 10.0.100 ;;
        build) mkdir -p artifacts/bin/Runner/release && touch artifacts/bin/Runner/release/Verify.Runner.dll ;;
        *) shift; echo "ran $*" ;;
        esac
        """;

    private static readonly string[] Tools =
        ["bash", "sh", "find", "touch", "mv", "mkdir", "sed", "sort", "dirname", "readlink", "grep"];

    private static readonly string[] Folders =
        ["Abi", "Model", "Implementation", "Properties", "Proofs/Native", "Runner", "bin"];

    private readonly RunnerFixture _runner = new();

    public SetUpTests()
    {
        string root = Repository.Around(AppContext.BaseDirectory).Root;
        foreach (string folder in Folders)
        {
            Directory.CreateDirectory(Path.Combine(_runner.Directory, folder));
        }

        foreach (string file in new[] { "verify", "Proofs/Native/build.sh", "Directory.Build.props", ".editorconfig" })
        {
            File.Copy(Path.Combine(root, file), Path.Combine(_runner.Directory, file));
        }

        foreach (string tool in Tools)
        {
            string file = Environment.GetEnvironmentVariable("PATH")!.Split(':')
                .Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(_runner.Directory, "bin", tool), file);
        }

        Program("dotnet", Dotnet);
    }

    [Fact]
    public void Only_the_first_build_prints_what_it_installs()
    {
        Program("id", "#!/bin/sh\necho 0\n");
        Run().ShouldBe((
            "ran check --seed 2\n",
            "verify: first build: dotnet restores NuGet packages, apt-get installs gcc libc6-dev libz3-dev cvc5\n"));
        Run().ShouldBe(("ran check --seed 2\n", ""));
    }

    [Fact]
    public void Only_root_installs_packages()
    {
        Program("id", "#!/bin/sh\necho 1000\n");
        Run().ShouldBe(("ran check --seed 2\n", "verify: first build: dotnet restores NuGet packages\n"));
    }

    public void Dispose() => _runner.Dispose();

    private (string Output, string Error) Run()
    {
        string bash = Path.Combine(_runner.Directory, "bin", "bash");
        var start = new ProcessStartInfo(bash, ["verify", "check", "--seed", "2"])
        {
            WorkingDirectory = _runner.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = Path.Combine(_runner.Directory, "bin");
        using Process verify = Process.Start(start)!;
        return (verify.StandardOutput.ReadToEnd(), verify.StandardError.ReadToEnd());
    }

    private void Program(string name, string script)
    {
        _runner.Write($"bin/{name}", script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(_runner.Directory, "bin", name),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
