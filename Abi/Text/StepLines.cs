using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// One step of a trace as lines: the call with what is stated of its outcome, then a line for each sleeping call that
/// it resumed. A call that sleeps is written as strace(1) writes it: <c>[2] accept(3 &lt;unfinished ...&gt;</c>, and
/// later <c>[2] &lt;... accept resumed&gt;) = 4</c>, or <c>[2] &lt;... accept resumed&gt; &lt;unfinished ...&gt;</c>
/// if it sleeps again.
/// </summary>
internal static class StepLines
{
    private const string Dots = "...";
    private const string Unfinished = "unfinished";
    private const string Resumed = "resumed";

    /// <summary>In place of a result: the call sleeps.</summary>
    public const string Asleep = $"<{Unfinished} {Dots}>";

    public static void Print(StringBuilder text, Step step)
    {
        PrintCall(text, step.Call, step.Stated);
        if (step.Stated is { Resumed: { IsDefault: false } resumed })
        {
            foreach ((int pid, string name, Statement stated) in resumed)
            {
                text.Append('\n');
                PrintResumed(text, pid, name, stated.IsSilent ? null : stated);
            }
        }
    }

    /// <summary>The call and its outcome, without the calls that it resumed.</summary>
    public static void PrintCall(StringBuilder text, Call call, Statement? stated)
    {
        if (call is Call.Resume resume)
        {
            PrintResumed(text, resume.Pid, resume.Call, stated);
        }
        else
        {
            CallSyntax syntax = CallTable.Of(call);
            syntax.Print(text, call);
            PrintEnd(text, syntax, stated is { IsSilent: true, Resumed.IsDefault: false } ? null : stated);
        }
    }

    /// <summary>The first words of the line for a call that is resumed, which has a sleeping call's name.</summary>
    public static string Resumption(int pid, string name) => $"[{pid}] <{Dots} {name} {Resumed}>";

    /// <summary>
    /// Parses a line after its opening bracket: a call, or the resumption of one, which is a
    /// <see cref="Call.Resume"/>.
    /// </summary>
    public static Step Parse(Scanner scanner, out int resultColumn)
    {
        bool isWire = scanner.TryTakeWord("wire");
        int pid = isWire ? 0 : scanner.Number(int.MinValue, int.MaxValue, "'wire' or a process id");
        scanner.Take(']');
        bool isResumed = !isWire && scanner.TryTake('<');
        if (isResumed)
        {
            scanner.TakeWord(Dots);
        }

        CallSyntax syntax = CallTable.Take(scanner, isWire);
        Call call = isResumed ? ParseResumed(scanner, pid, syntax) : syntax.Parse(scanner, pid);
        return new Step(call, ParseEnd(scanner, syntax, out resultColumn));
    }

    private static Call.Resume ParseResumed(Scanner scanner, int pid, CallSyntax syntax)
    {
        scanner.TakeWord(Resumed);
        scanner.Take('>');
        return new Call.Resume(pid, syntax.Name);
    }

    private static void PrintResumed(StringBuilder text, int pid, string name, Statement? stated)
    {
        text.Append(Resumption(pid, name));
        PrintEnd(text, CallTable.Of(name), stated);
    }

    private static void PrintEnd(StringBuilder text, CallSyntax syntax, Statement? stated)
    {
        if (stated?.Kind == ReplyKind.Asleep)
        {
            text.Append(' ').Append(Asleep);
        }
        else
        {
            text.Append(stated is null ? ")" : ") = ");
        }

        if (stated is not null)
        {
            syntax.Outcome.Print(text, stated);
        }
    }

    private static Statement? ParseEnd(Scanner scanner, CallSyntax syntax, out int resultColumn)
    {
        if (!syntax.IsWire && scanner.At('<'))
        {
            resultColumn = scanner.Mark() + 1;
            scanner.Take('<');
            scanner.TakeWord(Unfinished);
            scanner.TakeWord(Dots);
            scanner.Take('>');
            return syntax.Outcome.ParseEffects(scanner, new Statement { Kind = ReplyKind.Asleep });
        }

        scanner.Take(')');
        bool hasResult = scanner.TryTake('=');
        resultColumn = scanner.Mark() + 1;
        return hasResult ? syntax.Outcome.Parse(scanner) : null;
    }
}
