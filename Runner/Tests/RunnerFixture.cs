using Verify.Implementation;
using Verify.Properties;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Proving;

namespace Verify.Runner.Tests;

/// <summary>Runs commands in this process, in a temporary folder.</summary>
public sealed class RunnerFixture : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("verify-");

    public string Directory => _directory.FullName;

    /// <summary>What commands read from standard input.</summary>
    public string Input { get; set; } = "";

    /// <summary>Boots the system that commands test.</summary>
    public SystemFactory Boot { get; set; } = world => new Machine(world);

    internal Ran Run(params string[] arguments) => Run(CancellationToken.None, arguments);

    internal Ran Run(CancellationToken interrupt, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, newsInterval: TimeSpan.MaxValue);
        int exitCode = CommandLine.Run(arguments, Context(terminal, interrupt));
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A context that discards output.</summary>
    internal CommandContext Context() =>
        Context(new Terminal(TextWriter.Null, TextWriter.Null), CancellationToken.None);

    internal CommandContext Context(Terminal terminal, CancellationToken interrupt) =>
        new(terminal, Repository.Around(AppContext.BaseDirectory), Directory, interrupt)
        {
            Artifacts = Path.Combine(Directory, "artifacts"),
            Input = new StringReader(Input),
            Boot = Boot,
        };

    /// <summary>
    /// Copies the proofs that this working copy has cached, which are most of them if the proofs' tests have run.
    /// </summary>
    public void TakeOverProofs()
    {
        var known = new DirectoryInfo(
            new ProofFolder(Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "artifacts")).Cache);
        if (known.Exists)
        {
            string cache = new ProofFolder(Path.Combine(Directory, "artifacts")).Cache;
            System.IO.Directory.CreateDirectory(cache);
            foreach (FileInfo proof in known.EnumerateFiles("*.proof"))
            {
                proof.CopyTo(Path.Combine(cache, proof.Name));
            }
        }
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Directory, name), text);

    public void Dispose() => _directory.Delete(recursive: true);
}

/// <summary>What a command printed and returned.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error);
