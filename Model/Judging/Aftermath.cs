using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>
/// The states to go on from after an outcome that is not allowed, so that a disagreement does not spoil the rest of the
/// trace: those in which what was seen has happened, as far as the model can follow that, and those in which what it
/// allows has happened. The next lines decide between them.
/// </summary>
/// <param name="continuations">The ways in which calls may end.</param>
internal sealed class Aftermath(Continuations continuations)
{
    /// <summary>Other systems' choices of sockets and ports.</summary>
    private static readonly Freedoms Loose = new(Order: true, Ports: true);

    /// <summary>The states after what was seen.</summary>
    /// <param name="possible">The states before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="stated">What was seen of it.</param>
    public IEnumerable<Possibility> Of(ImmutableArray<Possibility> possible, Call call, Statement stated)
    {
        ImmutableArray<Branch> loose = Advance.Of(continuations, possible, call, stated, Loose).Fits;
        IEnumerable<(Possibility Before, Branch Expected)> all =
            from before in possible
            select (before, continuations.Of(before, call, stated, default).First());
        return loose.Select(branch => branch.After)
            .Concat(all.Where(_ => loose.IsEmpty).Select(one => AsSeen(one.Before, one.Expected, call, stated)))
            .Concat(all.Select(one => one.Expected.After));
    }

    private Possibility AsSeen(Possibility before, Branch expected, Call call, Statement stated) =>
        (stated.Kind, expected.Outcome.Succeeded) switch
        {
            // It did nothing, except that a connection that fails takes the PCB.
            (ReplyKind.Failed, true) => Failed(before, call, stated),

            // It was done in spite of an obstacle.
            (ReplyKind.Returned, false) => Unhindered(before, call, stated) ?? Unknown(before, call, stated),

            // It was done, but what it reported was different.
            (ReplyKind.Returned, true) => expected.After with
            {
                State = AsReported(before.State, expected.After.State, call, expected.Outcome, stated),
            },
            _ => expected.After,
        };

    private static Possibility Failed(Possibility before, Call call, Statement stated) =>
        call is Call.Connect connect
        && stated.Error is Errno.ECONNREFUSED or Errno.ETIMEDOUT or Errno.ECONNRESET or Errno.EHOSTUNREACH
        && HiddenPackets.SocketOf(before.State, connect) is { Protocol: Protocol.Tcp } socket
            ? before with { State = before.State.With(TcpRules.Gone(socket)) }
            : before;

    /// <summary>What the call did cannot be told: nothing is known of its descriptor any more.</summary>
    private static Possibility Unknown(Possibility before, Call call, Statement stated) => call switch
    {
        Call.Socket or Call.Open or Call.Accept or Call.Dup or Call.FcntlDup or Call.Dup2
            when stated.Value is >= 0 and var opened => before with
        {
            State = UnknownDescriptors.With(before.State, ((Call.ByProcess)call).Pid, opened),
        },
        Call.RecvMsg { Pid: var pid } => before with
        {
            State = UnknownDescriptors.WithReceived(before.State, pid, stated),
        },
        Call.Bind or Call.Connect or Call.Listen => before with
        {
            State = UnknownDescriptors.With(
                before.State, ((Call.OnDescriptor)call).Pid, ((Call.OnDescriptor)call).Fd),
        },
        _ => before,
    };

    private Possibility? Unhindered(Possibility before, Call call, Statement stated)
    {
        foreach (State removed in Obstacles.Removed(before.State, call))
        {
            ImmutableArray<Branch> fits =
                Advance.Of(continuations, [before with { State = removed }], call, stated, Loose).Fits;
            if (!fits.IsEmpty)
            {
                Possibility after = fits[0].After;
                return after with { State = Obstacles.Restored(before.State, removed, after.State, call) };
            }
        }

        return null;
    }

    /// <summary>
    /// The state in which a name is the one that was reported, and a new descriptor or process as well.
    /// </summary>
    private static State AsReported(State before, State after, Call call, in Outcome expected, Statement stated) =>
        (call, stated) switch
        {
            (Call.GetSockName { Pid: var pid, Fd: var fd }, { Address: { } name }) =>
                after.With(after.SocketAt(after.FindProcess(pid)!, fd)! with { Local = name }),
            (Call.GetPeerName { Pid: var pid, Fd: var fd }, { Address: { } name }) =>
                after.With(after.SocketAt(after.FindProcess(pid)!, fd)! with { Foreign = name }),
            (Call.Fork { Pid: var pid }, { Value: > 0 and var child }) when before.FindProcess(child) is null =>
                before.With(after.FindProcess(expected.Value)! with { Pid = child, Parent = pid }),
            (Call.Socket or Call.Open or Call.Accept or Call.Dup or Call.FcntlDup, { Value: >= 0 and var fd }) =>
                Moved(after, ((Call.ByProcess)call).Pid, expected.Value, fd),
            (Call.RecvMsg { Pid: var pid }, { Control: not null }) =>
                ControlMessages.DescriptorsIn(expected.Control)
                    .Zip(UnknownDescriptors.Received(after.FindProcess(pid), stated))
                    .Aggregate(after, (state, pair) => Moved(state, pid, pair.First, pair.Second)),
            _ => after,
        };

    /// <summary>The state with a new descriptor under another number, if that is free.</summary>
    private static State Moved(State state, int pid, int from, int to)
    {
        Process process = state.FindProcess(pid)!;
        if (process.FileAt(to).IsOpen || to >= process.HardLimit)
        {
            return state;
        }

        DescriptorEntry file = process.FileAt(from);
        return state.With(process.With(from, DescriptorEntry.Closed).With(to, file));
    }
}
