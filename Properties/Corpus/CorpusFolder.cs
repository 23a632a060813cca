using System.Collections.Immutable;

namespace Verify.Properties.Corpus;

/// <summary>Reads and writes the folder of traces that every check replays.</summary>
public static class CorpusFolder
{
    /// <summary>Reads every trace of a folder, ordered by name.</summary>
    /// <exception cref="TraceFormatException">A file is malformed.</exception>
    public static ImmutableArray<CorpusTrace> Load(string directory)
    {
        string[] files = Directory.GetFiles(directory, "*" + Repository.TraceExtension);
        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.Select(file => CorpusText.Read(File.ReadAllText(file), Path.GetFileName(file)))];
    }

    /// <summary>Writes a trace into a folder, and replaces one with the same name.</summary>
    public static void Save(string directory, CorpusTrace trace) =>
        File.WriteAllText(Path.Combine(directory, trace.Name + Repository.TraceExtension), CorpusText.Write(trace));
}
