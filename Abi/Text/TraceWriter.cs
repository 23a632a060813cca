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
        foreach (Step step in trace.Steps)
        {
            StepLines.Print(text, step);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// One step: the call, with what is stated of its outcome, and a further line for each call that it resumed.
    /// </summary>
    public static string Lines(Step step)
    {
        var text = new StringBuilder();
        StepLines.Print(text, step);
        return text.ToString();
    }

    /// <summary>One call, with what is stated of its outcome; without the calls that it resumed.</summary>
    public static string Line(Call call, Statement? stated)
    {
        var text = new StringBuilder();
        StepLines.PrintCall(text, call, stated);
        return text.ToString();
    }

    /// <summary>All of an outcome, including what the call cannot have: for messages about wrong outcomes.</summary>
    public static string Result(Call call, in Outcome outcome) => Result(call, Statement.Of(outcome));

    /// <summary>All of a statement, including what the call cannot have.</summary>
    public static string Result(Call call, Statement stated) =>
        Result(stated, (call is Call.Resume resume ? CallTable.Of(resume.Call) : CallTable.Of(call)).Outcome.Form);

    internal static string Result(Statement stated, ResultForm form)
    {
        var text = new StringBuilder(stated.Kind == ReplyKind.Asleep ? StepLines.Asleep : "");
        OutcomeSyntax.For(stated, form).Print(text, stated);
        if (!stated.Resumed.IsDefault)
        {
            foreach ((int pid, string name, Statement resumed) in stated.Resumed)
            {
                string result = Result(resumed, CallTable.Of(name).Outcome.Form);
                text.Append($", {StepLines.Resumption(pid, name)}) = {result}");
            }
        }

        return text.ToString();
    }
}
