using Verify.Properties;

namespace Verify.Runner.Tests;

/// <summary>Runs commands in this process, in a folder of their own.</summary>
public sealed class RunnerFixture : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("verify-");

    public string Directory => _directory.FullName;

    internal Ran Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    internal Ran Run(CancellationToken interrupt, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var session = new Session(
            new Terminal(output, error), Repository.Around(AppContext.BaseDirectory), Directory, interrupt);
        int exitCode = CommandLine.Run(arguments, session);
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Directory, name), text);

    public void Dispose() => _directory.Delete(recursive: true);
}

/// <summary>What a command printed and returned.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error);
