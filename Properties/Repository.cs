namespace Verify.Properties;

/// <summary>The folders of a working copy.</summary>
public sealed class Repository
{
    /// <summary>The extension of a trace's file.</summary>
    public const string TraceExtension = ".trace";

    private const string Landmark = "Verify.sln";

    private Repository(string root) => Root = root;

    /// <summary>The folder of the solution.</summary>
    public string Root { get; }

    /// <summary>Traces that are replayed with every check.</summary>
    public string Corpus => Path.Combine(Root, "corpus");

    /// <summary>Outcomes of FreeBSD 4.0, a few calls each.</summary>
    public string Facts => Path.Combine(Corpus, "facts");

    /// <summary>The small worlds.</summary>
    public string Worlds => Path.Combine(Corpus, "worlds");

    /// <summary>The mutants.</summary>
    public string Mutants => Path.Combine(Corpus, "mutants");

    /// <summary>The implementation's source.</summary>
    public string Implementation => Path.Combine(Root, "Implementation");

    /// <summary>The model's source.</summary>
    public string Model => Path.Combine(Root, "Model");

    /// <summary>The working copy that contains a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">No working copy contains it.</exception>
    public static Repository Around(string directory)
    {
        for (DirectoryInfo? folder = new(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return new Repository(folder.FullName);
            }
        }

        throw new DirectoryNotFoundException($"no {Landmark} in {directory} or in a folder above it");
    }
}
