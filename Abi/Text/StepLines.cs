using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// One step of a trace as lines: the call with what is stated of its outcome, then a line for each sleeping call that
/// it resumed. A call that sleeps is written as strace(1) writes it: <c>[2] accept(3 &lt;unfinished ...&gt;</c>, and
/// later <c>[2] &lt;... accept resumed&gt;) = 4</c>.
/// </summary>
internal static class StepLines
{
    private const string Unfinished = "<unfinished ...>";

    public static void Print(StringBuilder text, Step step)
    {
        PrintCall(text, step.Call, step.Stated);
        if (step.Stated is { Resumed: { IsDefault: false } resumed })
        {
            foreach ((int pid, string name, Statement stated) in resumed)
            {
                text.Append('\n');
                PrintResumed(text, pid, name, stated);
            }
        }
    }

    /// <summary>The call and its outcome, without the calls that it resumed.</summary>
    public static void PrintCall(StringBuilder text, Call call, Statement? stated)
    {
        if (call is Call.Resume resume)
        {
            PrintResumed(text, resume.Pid, resume.Call, stated);
            return;
        }

        CallSyntax syntax = CallTable.Of(call);
        bool isAsleep = stated?.Kind == ReplyKind.Asleep;
        syntax.Print(text, call, isAsleep ? $" {Unfinished}" : ")");
        if (stated is not null)
        {
            text.Append(isAsleep ? "" : " = ");
            syntax.Outcome.Print(text, stated);
        }
    }

    /// <summary>
    /// Parses a line after its opening bracket: a call, or the resumption of one, whose step says so.
    /// </summary>
    public static Step Parse(Scanner scanner, out int resultColumn)
    {
        bool isWire = scanner.TryTakeWord("wire");
        int pid = isWire ? 0 : scanner.Number(int.MinValue, int.MaxValue, "'wire' or a process id");
        scanner.Take(']');
        return !isWire && scanner.TryTake('<')
            ? ParseResumed(scanner, pid, out resultColumn)
            : ParseCall(scanner, pid, isWire, out resultColumn);
    }

    private static Step ParseCall(Scanner scanner, int pid, bool isWire, out int resultColumn)
    {
        CallSyntax syntax = CallTable.Take(scanner, isWire);
        Call call = syntax.Parse(scanner, pid);
        bool isAsleep = scanner.TryTake('<');
        if (isAsleep)
        {
            scanner.TakeWord("unfinished");
            scanner.TakeWord("...");
            scanner.Take('>');
            resultColumn = scanner.Mark() + 1;
            return new Step(call, syntax.Outcome.ParseEffects(scanner, new Statement { Kind = ReplyKind.Asleep }));
        }

        scanner.Take(')');
        return new Step(call, ParseOutcome(scanner, syntax, out resultColumn));
    }

    private static Step ParseResumed(Scanner scanner, int pid, out int resultColumn)
    {
        scanner.TakeWord("...");
        CallSyntax syntax = CallTable.Take(scanner, isWire: false);
        scanner.TakeWord("resumed");
        scanner.Take('>');
        scanner.Take(')');
        return new Step(new Call.Resume(pid, syntax.Name), ParseOutcome(scanner, syntax, out resultColumn));
    }

    private static Statement? ParseOutcome(Scanner scanner, CallSyntax syntax, out int resultColumn)
    {
        bool hasResult = scanner.TryTake('=');
        resultColumn = scanner.Mark() + 1;
        return hasResult ? syntax.Outcome.Parse(scanner) : null;
    }

    private static void PrintResumed(StringBuilder text, int pid, string name, Statement? stated)
    {
        text.Append($"[{pid}] <... {name} resumed>)");
        if (stated is not null)
        {
            text.Append(" = ");
            CallTable.Of(name).Outcome.Print(text, stated);
        }
    }
}
