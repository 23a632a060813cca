using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>Writes the trace text, in the shape of strace(1). <see cref="TraceReader"/> reads it back.</summary>
public static class TraceWriter
{
    /// <summary>A whole trace, each line terminated by a line feed. Default sizes are omitted.</summary>
    public static string Write(Trace trace)
    {
        var text = new StringBuilder();
        HeaderLines.Print(text, trace.World);
        foreach ((Call call, Outcome? expected) in trace.Steps)
        {
            Append(text, call, expected);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One call, with its outcome if there is one.</summary>
    public static string Line(Call call, Outcome? outcome)
    {
        var text = new StringBuilder();
        Append(text, call, outcome);
        return text.ToString();
    }

    /// <summary>All of an outcome, including what the call cannot have: for messages about wrong outcomes.</summary>
    public static string Result(Call call, in Outcome outcome)
    {
        var text = new StringBuilder();
        OutcomeSyntax.For(outcome, CallTable.Of(call).Outcome.Form).Print(text, outcome);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Call call, Outcome? outcome)
    {
        CallSyntax syntax = CallTable.Of(call);
        syntax.Print(text, call);
        if (outcome is { } seen)
        {
            text.Append(" = ");
            syntax.Outcome.Print(text, seen);
        }
    }
}
