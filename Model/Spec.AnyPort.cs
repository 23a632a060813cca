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
        call is Call.Bind { Address.Endpoint.Port: 0 } or Call.Connect or Call.Listen or Call.SendTo
        && call is Call.OnDescriptor { Pid: var pid, Fd: var fd }
        && state.FindProcess(pid) is { } caller
        && state.SocketAt(caller, fd) is { IsIdle: false, IsBound: false } socket
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

    /// <summary>
    /// Judges a call that may choose any free port: as if the port chosen last had been the one before the chosen one.
    /// The port chosen last is forgotten, since no later call depends on it.
    /// </summary>
    private static Verdict JudgeAnyPort(State state, Call call, in Outcome observed, ushort chosen)
    {
        Socket? chooser = PortChooser(state, call);
        State before = chooser is null || chosen == 0 ? state : WithPortNext(state, chooser, chosen);
        Verdict verdict = JudgeAnyOrder(before, call, in observed);
        State after = chooser is null ? verdict.After : verdict.After with { Cursors = NoCursors };
        bool hasPort = !verdict.Accepted && chooser is not null && !verdict.Expected.Outcome.Sent.IsEmpty;
        return new Verdict(
            verdict.Accepted,
            state,
            after,
            verdict.Rules,
            hasPort ? verdict.Expected.Or("or with any other free port of the range") : verdict.Expected);
    }
}
