using System.Security.Cryptography;
using System.Text;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Runner.Output;

namespace Verify.Runner.Traces;

/// <summary>The folder of the traces that checks have found, one file each.</summary>
internal sealed class FindingsFolder(string directory)
{
    private const int DigitsOfName = 8;

    /// <summary>
    /// Saves a finding and returns the file's name. It follows from the calls, so finding the same again makes no second
    /// file.
    /// </summary>
    /// <param name="finding">What was found.</param>
    /// <param name="origin">What found it, with its seed.</param>
    public string Save(Finding finding, string origin)
    {
        byte[] calls = Encoding.UTF8.GetBytes(Calls(finding));
        string digest = Convert.ToHexStringLower(SHA256.HashData(calls))[..DigitsOfName];
        string path = Path.Combine(directory, $"{finding.Kind}-{digest}.trace".ToLowerInvariant());
        WriteWhole(path, TextOf(finding, origin));
        return path;
    }

    /// <summary>A finding as a trace that can be replayed, with what was found in comments.</summary>
    public static string TextOf(Finding finding, string origin) =>
        $"{Comment($"{finding.Kind}: {finding.Message}")}{Comment($"Found by {origin}.")}{Calls(finding)}";

    /// <summary>The last call states no outcome: what was observed there is the fault.</summary>
    private static string Calls(Finding finding)
    {
        Trace trace = finding.Trace;
        if (trace.Steps.Length > 0)
        {
            var asked = new Step(trace.Steps[^1].Call, Expected: null);
            trace = trace with { Steps = trace.Steps.SetItem(trace.Steps.Length - 1, asked) };
        }

        return TraceWriter.Write(trace);
    }

    private static string Comment(string text) => WordWrap.Wrap(text, "# ", "#   ") + "\n";

    /// <summary>Writes beside the file and renames, so that no reader ever sees half a file.</summary>
    private void WriteWhole(string path, string text)
    {
        Directory.CreateDirectory(directory);
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
