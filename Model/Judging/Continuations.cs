using Verify.Abi;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Judging;

/// <summary>The ways in which the model allows a call to end, from one state.</summary>
/// <param name="named">The numbers of the trace.</param>
/// <param name="unknowns">What the trace does not tell.</param>
internal sealed class Continuations(NamedNumbers named, Unknowns unknowns)
{
    /// <summary>An outcome that no rule allows: judging it makes the model say what it expects.</summary>
    public static readonly Outcome Impossible = Outcome.Failed(Errno.None);

    private bool AreHostsUnknown => unknowns.HasFlag(Unknowns.Hosts);

    /// <summary>All of them; some may be equal.</summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="stated">What is stated; what is not may be anything.</param>
    /// <param name="open">What is open.</param>
    public IEnumerable<Branch> Of(Possibility before, Call call, Statement stated, Freedoms open) =>
        from table in UnknownDescriptors.Choices(before, call, stated, named)
        from start in AreHostsUnknown ? HiddenPackets.Before(table, call, stated) : [table]
        from end in Ways(start, call, stated, open)
        from branch in AreHostsUnknown && end.Outcome.IsAsleep
            ? HiddenPackets.Answered(call, end).Prepend(end)
            : [end]
        select branch;

    /// <summary>The ways, with every port that the call may choose.</summary>
    private IEnumerable<Branch> Ways(Possibility before, Call call, Statement stated, Freedoms open)
    {
        if (UnknownDescriptors.Branch(before, call, stated) is { } unknown)
        {
            return [unknown];
        }

        if (Spec.PortChooser(before.State, call) is not { } socket
            || !(open.Ports || before.LeavesChoiceOpen(socket)))
        {
            return Ends(before, call, stated, open.Order);
        }

        return
            from choice in PortChoice.Of(before, socket, call, named)
            from branch in Ends(choice, call, stated, open.Order)
            let next = AfterChoice(before, choice, branch, socket)
            where next is not null
            select branch with { After = next };
    }

    /// <summary>The ways if the port is chosen.</summary>
    private IEnumerable<Branch> Ends(Possibility before, Call call, Statement stated, bool isOrderOpen)
    {
        int ways = isOrderOpen && !EqualSockets.HasNone(before.State) ? EqualSockets.Ways : 1;
        for (int way = 0; way < ways; way++)
        {
            State state = Spec.WithWay(before.State, way);
            Verdict verdict = Spec.Judge(state, call, in Impossible);
            Expectation expected = verdict.Expected!;
            foreach ((Outcome outcome, State next) in Outcomes(state, call, stated, expected.Outcome, verdict.After))
            {
                Possibility after = before with { State = Spec.WithWay(next, 0) };
                yield return new Branch(after, outcome, expected.Rule, expected.Freedom);
            }
        }
    }

    /// <summary>The allowed outcome, or if there are several those that may be meant: pids of a child.</summary>
    private IEnumerable<(Outcome Outcome, State After)> Outcomes(
        State state, Call call, Statement stated, Outcome example, State after)
    {
        if (call is not Call.Fork || !example.Succeeded)
        {
            yield return (example, after);
            yield break;
        }

        // The example tells what is allowed if the stated pid is not.
        foreach (int child in stated.Value is { } pid ? [pid, example.Value] : ChildPids.Of(state, named))
        {
            Outcome outcome = Outcome.Returned(child);
            Verdict verdict = Spec.Judge(state, call, in outcome);
            if (verdict.Accepted)
            {
                yield return (outcome, verdict.Next);
            }
        }
    }

    /// <summary>
    /// What is known after a choice: the port that was chosen last. Null if another than the intended port was chosen,
    /// because that one is not free: the other choice is one of its own.
    /// </summary>
    private static Possibility? AfterChoice(Possibility before, Possibility choice, Branch branch, Socket socket)
    {
        int cursor = State.CursorIndex(socket.Protocol, socket.Range);
        State next = branch.After.State;
        ushort start = choice.State.Cursors[cursor];
        ushort last = next.Cursors[cursor];
        bool isChosen = branch.Rule != ImpliedPortRules.PortsExhausted
            && (last != start || next.Sockets.Any(other => other.Id == socket.Id && other.IsBound));
        if (isChosen && Spec.WithPortNext(before.State, socket, last).Cursors[cursor] != start)
        {
            return null;
        }

        ushort known = next.Host.Dialect.LeavesPortsOpen ? (ushort)0
            : isChosen ? last
            : before.State.Cursors[cursor];
        int unknown = isChosen ? before.UnknownCursors & ~(1 << cursor) : before.UnknownCursors;
        State after = next with { Cursors = next.Cursors.SetItem(cursor, known) };
        return branch.After with { State = after, UnknownCursors = unknown };
    }
}
