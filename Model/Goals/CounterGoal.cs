using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// UDP counts what is seen of it (S11): a datagram that leaves a socket, or that somebody receives, once; one that
/// arrives ends in one way alone; and nothing else is counted.
/// </summary>
internal static class CounterGoal
{
    public static string? Check(State before, Call call, in Outcome outcome, State after)
    {
        UdpCounters more = after.Udp.Since(before.Udp);
        bool isUdp = call is Call.WireUdp || Sends(before, call);
        uint ends = more.Damaged + more.Unmatched + more.UnmatchedToMany;
        return !isUdp ? more == default ? null : $"S11: {call} is no datagram and counts {more}"
            : more.Arrived > 1 || more.Left > 1 ? $"S11: one datagram counts {more}"
            : ends + (outcome.Receivers.IsEmpty && more.WithoutRoom == 0 ? 0 : 1u) > more.Arrived
                ? $"S11: a datagram with {outcome.Receivers.Count} receivers counts {more}"
            : !outcome.Sent.IsEmpty && more.Left == 0 ? $"S11: what {call} sends is not counted"
            : null;
    }

    /// <summary>True for a call that sends on a UDP socket.</summary>
    private static bool Sends(State state, Call call) =>
        call is Call.Sending send && state.FindProcess(send.Pid) is { } caller
        && state.SocketAt(caller, send.Fd)?.Protocol == Protocol.Udp;
}
