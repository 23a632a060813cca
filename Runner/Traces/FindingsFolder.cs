using System.Security.Cryptography;
using System.Text;
using Verify.Properties.Checking;
using Verify.Runner.Output;

namespace Verify.Runner.Traces;

/// <summary>The folder of the traces that checks have found, one file each.</summary>
/// <param name="root">The folder that file names are printed relative to.</param>
/// <param name="mutant">The mutant that was tested; null for the implementation. Each has its own folder.</param>
internal sealed class FindingsFolder(string root, string? mutant = null)
{
    private const int DigitsOfName = 8;
    private const string Extension = ".trace";

    private readonly string _directory = Path.Combine(root, "findings", mutant ?? "");

    /// <summary>
    /// Saves a finding and returns the file's path. Its name follows from the calls, so the same finding is the same
    /// file.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="origin">What found it, with its seed.</param>
    public string Save(Finding finding, string origin)
    {
        byte[] calls = Encoding.UTF8.GetBytes(Calls(finding));
        string digest = Convert.ToHexStringLower(SHA256.HashData(calls))[..DigitsOfName];
        string path = Path.Combine(_directory, Prefix(finding.Kind) + digest + Extension);
        WriteWhole(path, TextOf(finding, origin));
        return path;
    }

    /// <summary>The paths of all findings that were saved, in the order of their names.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(_directory)
        ? [.. Directory.GetFiles(_directory, "*" + Extension).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A file's name as the user would type it.</summary>
    public string NameOf(string path) => Path.GetRelativePath(root, path);

    /// <summary>True if it takes two runs to show the finding in this file, of which it has one.</summary>
    public static bool IsOfTwoRuns(string path) =>
        Path.GetFileName(path).StartsWith(Prefix(FindingKind.Interference), StringComparison.Ordinal);

    /// <summary>A finding as a trace that can be replayed, with what was found in comments.</summary>
    public static string TextOf(Finding finding, string origin) =>
        $"{Comment($"{finding.Kind}: {finding.Message}")}{Comment($"Found by {origin}.")}"
        + $"# Headline: {finding.Headline}\n{Calls(finding)}";

    private static string Prefix(FindingKind kind) => $"{kind}-".ToLowerInvariant();

    /// <summary>The last call states no outcome, because the outcome observed there is the fault.</summary>
    private static string Calls(Finding finding)
    {
        Trace trace = finding.Trace;
        if (trace.Steps.Length > 0)
        {
            var asked = new Step(trace.Steps[^1].Call, Stated: null);
            trace = trace with { Steps = trace.Steps.SetItem(trace.Steps.Length - 1, asked) };
        }

        return TraceWriter.Write(trace);
    }

    private static string Comment(string text) => WordWrap.Wrap(text, "# ", "#   ") + "\n";

    /// <summary>Writes beside the file and renames, so that no reader ever sees half a file.</summary>
    private void WriteWhole(string path, string text)
    {
        Directory.CreateDirectory(_directory);
        string unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
