using Verify.Implementation;
using Verify.Properties.Checking;

namespace Verify.Properties.Tests.Documents;

/// <summary>Finds faults in the traces of a page, which are its blocks of indented lines.</summary>
internal static class TraceExamples
{
    /// <summary>The start of a comment; no example has it within quotes.</summary>
    private const string Comment = "  #";

    /// <summary>
    /// Blocks that cannot be parsed, lines that the writer prints differently, outcomes that differ from those of model
    /// and kernel, and kinds of calls without an example.
    /// </summary>
    public static IReadOnlyList<string> FaultsOf(MarkdownPage page)
    {
        var faults = new List<string>();
        var kinds = new HashSet<string>();
        foreach ((int number, string text) in page.IndentedBlocks)
        {
            try
            {
                // Empty lines before the block, so that messages have the line numbers of the page.
                Trace trace = TraceReader.Read(new string('\n', number - 1) + text, page.Name);
                kinds.UnionWith(trace.Steps.Select(step => CallKinds.NameOf(step.Call)));
                faults.AddRange(PrintedDifferently(trace, text).Select(fault => $"{page.Name}:{number}: {fault}"));
                faults.AddRange(DifferentOutcomes(trace).Select(fault => $"{page.Name}:{number}: {fault}"));
            }
            catch (TraceFormatException error)
            {
                faults.Add(error.Message);
            }
        }

        faults.AddRange(CallKinds.All.Except(kinds).Select(kind => $"{page.Name}: no example of {kind}"));
        return faults;
    }

    private static IEnumerable<string> PrintedDifferently(Trace trace, string text)
    {
        IEnumerable<string> stated = text.Split('\n').Select(line => line.Split(Comment)[0].Trim());
        string[] printed = TraceWriter.Write(trace).TrimEnd('\n').Split('\n');
        return stated.Except(printed).Select(line => $"'{line}' is not how it is printed");
    }

    private static IEnumerable<string> DifferentOutcomes(Trace trace)
    {
        var replay = Replay.Of(
            trace.World, [.. trace.Steps.Select(step => step.Call)], world => new Machine(world), new RuleCounts());
        int wrong = Replay.FirstMisstated(trace.Steps, replay.Steps.Select(step => step.Outcome));
        if (wrong >= 0)
        {
            yield return $"'{trace.Steps[wrong].Call}' is answered {replay.Steps[wrong].Outcome}";
        }

        if (replay.Fault is { } fault)
        {
            yield return fault.Message;
        }
    }
}
