using System.Collections.Immutable;

namespace Verify.Properties.Mutants;

/// <summary>The mutants of a folder.</summary>
public static class MutantCatalogue
{
    /// <summary>The extension of a mutant file.</summary>
    public const string Extension = ".mutant";

    /// <summary>Reads every mutant of a folder, ordered by name.</summary>
    /// <exception cref="MutantException">A file is malformed, or the folder has no mutants.</exception>
    public static ImmutableArray<Mutant> Load(string directory)
    {
        string[] files = Directory.Exists(directory) ? Directory.GetFiles(directory, "*" + Extension) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0
            ? [.. files.Select(file => Read(File.ReadAllText(file), Path.GetFileName(file)))]
            : throw new MutantException($"no *{Extension} files in {directory}");
    }

    /// <summary>Reads a mutant from the text of a file.</summary>
    /// <exception cref="MutantException">With <c>file:line: what was expected</c>.</exception>
    public static Mutant Read(string text, string fileName) => MutantReader.Read(text, fileName);
}
