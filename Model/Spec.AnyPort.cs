using System.Collections.Immutable;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model;

/// <content>
/// A dialect that leaves the choice of ports open. Which free port a call chooses depends on the port chosen last and
/// on nothing else: the choice is open if that port may have been any.
/// </content>
public static partial class Spec
{
    private static readonly ImmutableArray<ushort> NoCursors = [0, 0, 0, 0, 0, 0];

    /// <summary>
    /// The socket for which a call chooses a port if it names none; null if it cannot be such a call.
    /// </summary>
    internal static Socket? PortChooser(State state, Call call) =>
        call is Call.Bind { Address.Endpoint.Port: 0 } or Call.Connect or Call.Listen or Call.Sending
        && call is Call.OnDescriptor { Pid: var pid, Fd: var fd }
        && state.FindProcess(pid) is { } caller
        && state.SocketAt(caller, fd) is { IsIdle: false, IsBound: false, Raw: null, Routing: null } socket
            ? socket
            : null;

    /// <summary>The state in which the search for a port of the socket's range begins at a port.</summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="socket">The socket that gets the port.</param>
    /// <param name="port">A port of the range.</param>
    internal static State WithPortNext(State state, Socket socket, ushort port)
    {
        (ushort first, ushort last) = state.RangeOf(socket.Range);
        ushort before = port == first ? (ushort)0 : (ushort)(first > last ? port + 1 : port - 1);
        int cursor = State.CursorIndex(socket.Protocol, socket.Range);
        return state with { Cursors = state.Cursors.SetItem(cursor, before) };
    }

    /// <summary>The ports of a socket's range that sockets of its protocol have, or are connected to.</summary>
    internal static ImmutableSortedSet<ushort> UsedPorts(State state, Socket socket)
    {
        (ushort low, ushort high) = Bounds(state, socket);
        return
        [
            .. from other in state.Sockets
               where other.Protocol == socket.Protocol
               from port in (ushort[])[other.Local.Port, other.Foreign.Port]
               where port >= low && port <= high
               select port,
        ];
    }

    /// <summary>The lowest and the highest port of a socket's range.</summary>
    internal static (ushort Low, ushort High) Bounds(State state, Socket socket)
    {
        (ushort first, ushort last) = state.RangeOf(socket.Range);
        return (Math.Min(first, last), Math.Max(first, last));
    }

    /// <summary>
    /// Judges a call that may choose any free port: as if the port chosen last had been the one before the chosen one.
    /// If that cannot be seen, because the call has failed, each port that others use is tried, and one of the rest.
    /// </summary>
    private static Verdict JudgeAnyPort(State state, Call call, in Outcome observed, ushort chosen)
    {
        if (PortChooser(state, call) is not { } socket)
        {
            return JudgeAnyOrder(state, call, in observed);
        }

        if (chosen != 0)
        {
            return JudgePort(state, socket, call, in observed, chosen);
        }

        (ushort low, ushort high) = Bounds(state, socket);
        ImmutableSortedSet<ushort> used = UsedPorts(state, socket);
        int unused = Enumerable.Range(low, high - low + 1).FirstOrDefault(port => !used.Contains((ushort)port), low);
        Verdict verdict = JudgePort(state, socket, call, in observed, (ushort)unused);
        foreach (ushort port in used)
        {
            verdict = verdict.Accepted ? verdict : JudgePort(state, socket, call, in observed, port);
        }

        return verdict;
    }

    /// <summary>
    /// Judges a call that chooses this port, if it is free. The port chosen last is forgotten, since no later call
    /// depends on it.
    /// </summary>
    private static Verdict JudgePort(State state, Socket socket, Call call, in Outcome observed, ushort port)
    {
        Verdict verdict = JudgeAnyOrder(WithPortNext(state, socket, port), call, in observed);
        Expectation? expected = verdict.Expected is { Outcome.Sent.IsEmpty: false } other
            ? other.Or("or with any other free port of the range")
            : verdict.Expected;
        return new Verdict(state, verdict.After with { Cursors = NoCursors }, verdict.Rules, expected);
    }
}
