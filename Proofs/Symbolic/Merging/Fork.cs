using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// Runs both ways from an open condition to where they meet, and leaves one state in which every changed value is a
/// choice between the values on both ways. If only one way returns before, the other continues alone, and the frame
/// keeps the <see cref="EarlyReturn"/>; the conditions of earlier returns take precedence over those of later ones.
/// </summary>
internal sealed class Fork(SymbolicRun run, MergingPath path, Frame frame, Term condition, Instruction at)
{
    private readonly Instruction? _join = frame.Method.PostDominators.After(at);
    private readonly ImmutableStack<Value> _stack = frame.Stack;
    private readonly ImmutableList<EarlyReturn> _early = frame.EarlyReturns;

    /// <param name="enter">Moves the frame onto a way, given whether the condition holds.</param>
    public void Run(Action<bool> enter)
    {
        Way whenTrue = Go(condition, () => enter(true));
        Way whenFalse = Go(run.Terms.Not(condition), () => enter(false));
        frame.EarlyReturns = [.. _early, .. whenTrue.Early, .. whenFalse.Early];
        if (whenTrue.HasReturned == whenFalse.HasReturned)
        {
            Meet(whenTrue, whenFalse);
        }
        else if (whenTrue.HasReturned)
        {
            LeaveBehind(whenTrue, whenFalse);
        }
        else
        {
            LeaveBehind(whenFalse, whenTrue);
        }
    }

    private Way Go(Term holding, Action enter)
    {
        ImmutableHashSet<Term> before = path.Holding;
        path.Enter(holding);
        frame.Stack = _stack;
        frame.EarlyReturns = [];
        LoopCounter loops = frame.Loops;
        var journal = new Journal(run.Memory.Journal);
        run.Memory.Journal = journal;
        enter();
        while (!frame.HasReturned && frame.Next != _join)
        {
            run.Step(frame);
        }

        var way = new Way(
            holding, journal.Undo(), frame.Stack, frame.HasReturned, frame.Result,
            [.. frame.EarlyReturns.Select(early => early.Under(run.Terms, holding))]);
        run.Memory.Journal = journal.Outer;
        frame.Loops = loops;
        frame.Reopen();
        path.Holding = before;
        return way;
    }

    private void Meet(Way whenTrue, Way whenFalse)
    {
        foreach (Cell cell in whenTrue.Written.Keys.Union(whenFalse.Written.Keys))
        {
            cell.Write(
                Merge(
                    whenTrue.Written.GetValueOrDefault(cell, cell.Value),
                    whenFalse.Written.GetValueOrDefault(cell, cell.Value)),
                run.Memory);
        }

        if (!whenTrue.HasReturned)
        {
            frame.Stack = ImmutableStack.CreateRange(whenTrue.Stack.Zip(whenFalse.Stack, Merge).Reverse());
            frame.Next = _join!;
        }
        else
        {
            frame.Return(whenTrue.Result is null ? null : Merge(whenTrue.Result, whenFalse.Result!));
        }
    }

    // After one way has returned, the method must have no visible effect: it has none on that way.
    private void LeaveBehind(Way returned, Way other)
    {
        frame.EarlyReturns = frame.EarlyReturns.Add(new EarlyReturn(returned.Holding, returned.Result));
        run.Memory.Guard = frame.FirstCell; // No lower than that of a caller that has returned on some way.
        foreach (Cell cell in returned.Written.Keys)
        {
            cell.RequireInside(run.Memory);
        }

        foreach ((Cell cell, Value value) in other.Written)
        {
            cell.Write(value, run.Memory);
        }

        path.Enter(other.Holding);
        frame.Stack = other.Stack;
        frame.Next = _join!;
    }

    private Value Merge(Value whenTrue, Value whenFalse) =>
        MergedValue.TryChoose(run.Terms, condition, whenTrue, whenFalse) ?? MergeConflict.Instance;

    private sealed record Way(
        Term Holding, Dictionary<Cell, Value> Written, ImmutableStack<Value> Stack, bool HasReturned, Value? Result,
        ImmutableList<EarlyReturn> Early);
}
