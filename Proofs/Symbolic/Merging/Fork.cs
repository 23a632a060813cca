using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// Runs both ways on from an open condition, to where they meet, and leaves one state in which everything that they
/// changed is a choice between what each left there.
/// </summary>
internal sealed class Fork(Interpreter run, MergingPath path, Frame frame, Term condition, Instruction at)
{
    private readonly Instruction? _join = frame.Method.Joins.After(at);
    private readonly ImmutableStack<Value> _stack = frame.Stack;

    /// <param name="enter">Takes the frame a step on, given whether the condition holds.</param>
    public void Run(Action<bool> enter)
    {
        Way whenTrue = Go(condition, () => enter(true));
        Way whenFalse = Go(run.Terms.Not(condition), () => enter(false));
        foreach (Cell cell in whenTrue.Written.Keys.Union(whenFalse.Written.Keys))
        {
            cell.Write(
                Merge(
                    whenTrue.Written.GetValueOrDefault(cell, cell.Value),
                    whenFalse.Written.GetValueOrDefault(cell, cell.Value)),
                run);
        }

        frame.Stack = ImmutableStack.CreateRange(whenTrue.Stack.Zip(whenFalse.Stack, Merge).Reverse());
        frame.Next = _join ?? at;
        if (_join is null)
        {
            frame.Return(whenTrue.Result is null ? null : Merge(whenTrue.Result, whenFalse.Result!));
        }
    }

    private Way Go(Term holding, Action enter)
    {
        path.Enter(holding);
        frame.Stack = _stack;
        ImmutableDictionary<int, int> rounds = frame.Loops.Rounds;
        var journal = new Journal(run.Journal);
        run.Journal = journal;
        enter();
        while (!frame.HasReturned && frame.Next != _join)
        {
            run.Step(frame);
        }

        var way = new Way(journal.Undo(), frame.Stack, frame.Result);
        run.Journal = journal.Outer;
        frame.Loops.Rounds = rounds;
        frame.Reopen();
        path.Leave(holding);
        return way;
    }

    private Value Merge(Value whenTrue, Value whenFalse) =>
        MergedValue.TryChoose(run.Terms, condition, whenTrue, whenFalse) ?? Conflict.Instance;

    private sealed record Way(Dictionary<Cell, Value> Written, ImmutableStack<Value> Stack, Value? Result);
}
