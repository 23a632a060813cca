using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// What becomes of a TCP connection to an outside host: the host accepts, refuses or resets it, or does not answer in
/// time. The outcome is what that host sees.
/// </summary>
internal static class AnswerRules
{
    public static readonly Rule AnswerForNobody = new(
        "S10.answer-for-nobody",
        "SYN,ACK for a connection that this host has not requested gets ECONNREFUSED, a reset.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule AnswerIgnored = new(
        "S10.answer-ignored",
        "SYN,ACK for an established connection or for a socket that is only bound, a reset of no connection, and the "
        + "timer of a request that was answered change nothing.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule AnswerAccepts = new(
        "S10.answer-accepts", "SYN,ACK establishes the connection, and wakes who waits for it.",
        "kern/uipc_socket2.c:soisconnected");
    public static readonly Rule AnswerRefuses = new(
        "S10.answer-refuses",
        "A reset in answer to the request ends it: the socket has no PCB, ECONNREFUSED is pending, and who waits is "
        + "woken.",
        "netinet/tcp_subr.c:tcp_drop");
    public static readonly Rule AnswerResets = new(
        "S10.answer-resets",
        "A reset of an established connection takes its PCB, and ECONNRESET is pending; in a queue it stays.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule AnswerTimesOut = new(
        "S10.answer-times-out",
        "A request without an answer ends: the socket has no PCB, ETIMEDOUT is pending, and who waits is woken.",
        "netinet/tcp_timer.c:tcp_timer_keep");

    public static Verdict Answer(ref CallCheck check, Call.WireTcpAnswer call)
    {
        State state = check.State;
        Socket? socket = Requested(state, call);
        if (call is Call.WireTcpTimeout)
        {
            return socket is { IsUnanswered: true }
                ? check.Must(Outcome.Ok, TcpRules.Dropped(state, socket, Errno.ETIMEDOUT), AnswerTimesOut)
                : check.Must(Outcome.Ok, state, AnswerIgnored);
        }

        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return check.Must(Outcome.Ok, state, WireRules.WireSource);
        }

        if (WireRules.IsToMany(state, call.Destination))
        {
            return check.Must(Outcome.Ok, state, WireRules.WireTcpToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return check.Fails(Errno.EHOSTUNREACH, WireRules.WireElsewhere);
        }

        if (state.Network.ArrivalFrom(call.Source.Address) is null)
        {
            return check.Fails(Errno.EHOSTUNREACH, WireRules.WireDown);
        }

        return call is Call.WireTcpReset ? Reset(ref check, socket) : Accepted(ref check, socket, call);
    }

    private static Verdict Reset(ref CallCheck check, Socket? socket)
    {
        State state = check.State;
        return socket is null ? check.Must(Outcome.Ok, state, AnswerIgnored)
            : socket.IsUnanswered
                ? check.Must(Outcome.Ok, TcpRules.Dropped(state, socket, Errno.ECONNREFUSED), AnswerRefuses)
            : check.Must(Outcome.Ok, TcpRules.Dropped(state, socket, Errno.ECONNRESET), AnswerResets);
    }

    private static Verdict Accepted(ref CallCheck check, Socket? socket, Call.WireTcpAnswer call)
    {
        State state = check.State;
        if (socket is { IsUnanswered: true })
        {
            return check.Must(Outcome.Ok, TcpRules.Answered(ref check, state, socket), AnswerAccepts);
        }

        Fit fit = DeliveryRules.Receiver(state, Protocol.Tcp, call.Source, call.Destination, out Socket other);
        return fit == Fit.None || other.IsListening
            ? check.Fails(Errno.ECONNREFUSED, AnswerForNobody)
            : check.Must(Outcome.Ok, state, AnswerIgnored);
    }

    /// <summary>The socket that is, or wants to be, connected with the other end; null if there is none.</summary>
    private static Socket? Requested(State state, Call.WireTcpAnswer call)
    {
        foreach (Socket socket in state.Sockets)
        {
            if (socket.Protocol == Protocol.Tcp && socket.Foreign == call.Source && socket.Local == call.Destination)
            {
                return socket;
            }
        }

        return null;
    }
}
