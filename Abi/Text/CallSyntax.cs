using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>How one call is written: <c>[pid] name(arguments)</c>, or <c>[wire] name(arguments)</c>.</summary>
internal abstract class CallSyntax(string name, OutcomeSyntax outcome, IReadOnlyList<Type> cases)
{
    public string Name => name;

    public OutcomeSyntax Outcome => outcome;

    /// <summary>The cases of <see cref="Call"/> with this syntax.</summary>
    public IReadOnlyList<Type> Cases => cases;

    /// <summary>True for an event caused by an outside host.</summary>
    public bool IsWire => !cases[0].IsAssignableTo(typeof(Call.ByProcess));

    /// <summary>Prints a call up to the last argument.</summary>
    public void Print(StringBuilder text, Call call)
    {
        string origin = call is Call.ByProcess { Pid: var pid } ? $"{pid}" : "wire";
        text.Append($"[{origin}] {name}(");
        PrintArguments(text, call);
    }

    /// <summary>Parses a call after its name, up to the last argument.</summary>
    public Call Parse(Scanner scanner, int pid)
    {
        scanner.Take('(');
        return ParseArguments(scanner, pid);
    }

    protected abstract void PrintArguments(StringBuilder text, Call call);

    protected abstract Call ParseArguments(Scanner scanner, int pid);
}

/// <summary>A call, given the syntax of its arguments and the conversions to and from them.</summary>
internal sealed class CallSyntax<TCall, TArguments>(
    string name,
    OutcomeSyntax outcome,
    Syntax<TArguments> arguments,
    Func<TCall, TArguments> take,
    Func<int, TArguments, TCall> make,
    params IReadOnlyList<Type> cases) : CallSyntax(name, outcome, cases.Count > 0 ? cases : [typeof(TCall)])
    where TCall : Call
{
    protected override void PrintArguments(StringBuilder text, Call call) => arguments.Print(text, take((TCall)call));

    protected override Call ParseArguments(Scanner scanner, int pid) => make(pid, arguments.Parse(scanner));
}
