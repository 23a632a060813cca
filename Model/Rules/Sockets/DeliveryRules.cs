using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// How well a socket matches a packet (H1): connected between exactly its endpoints; else bound to exactly its
/// destination; else bound to its port on every address. Of several equal sockets the one whose endpoints changed last
/// receives it, but of wildcard ones the one whose endpoints changed first: in_pcblookup_hash visits the newest first,
/// and keeps the last wildcard match.
/// </summary>
internal enum Fit
{
    /// <summary>Does not match.</summary>
    None,

    /// <summary>Bound to the port on every address.</summary>
    Wildcard,

    /// <summary>Bound to the destination.</summary>
    Specific,

    /// <summary>Connected between the two endpoints.</summary>
    Exact,
}

/// <summary>Finds the socket that a packet is delivered to.</summary>
internal static class DeliveryRules
{
    public static readonly Rule DeliverExact = new(
        "H1.exact", "A packet goes first to the socket that is connected between exactly its two endpoints.",
        "netinet/in_pcb.c:in_pcblookup_hash");
    public static readonly Rule DeliverSpecific = new(
        "H1.specific",
        "Without an exact match, a packet goes to a socket bound to its destination; of several, to the one "
        + "whose endpoints changed last.",
        "netinet/in_pcb.c:in_pcblookup_hash");
    public static readonly Rule DeliverWildcard = new(
        "H1.wildcard",
        "Otherwise a packet goes to a socket bound to its port on every address; of several, to the one whose "
        + "endpoints changed first.",
        "netinet/in_pcb.c:in_pcblookup_hash");
    public static readonly Rule DeliverNobody = new(
        "H1.nobody", "A packet that matches no socket is not delivered.", "netinet/udp_usrreq.c:udp_input");

    /// <summary>How well the best matching socket of a protocol matches.</summary>
    public static Fit BestFit(State state, Protocol protocol, Endpoint source, Endpoint destination) =>
        Receiver(state, protocol, source, destination, out _);

    /// <summary>The receiver of a packet, and how well it matches; no receiver if none matches.</summary>
    public static Fit Receiver(
        State state, Protocol protocol, Endpoint source, Endpoint destination, out Socket receiver)
    {
        Fit best = Fit.None;
        receiver = null!;
        foreach (Socket socket in state.Sockets)
        {
            Fit fit = Of(socket, protocol, source, destination);
            if (fit > best || (fit == best && fit != Fit.None && ComesBefore(socket, receiver, fit)))
            {
                (best, receiver) = (fit, socket);
            }
        }

        if (state.Host.Way != 0 && best != Fit.None)
        {
            receiver = EqualSockets.First(state, receiver, s => Of(s, protocol, source, destination) == best);
        }

        return best;
    }

    /// <summary>How well a socket matches.</summary>
    public static Fit Of(Socket socket, Protocol protocol, Endpoint source, Endpoint destination) =>
        socket.Local.Port != destination.Port || socket.Protocol != protocol || !socket.IsBound ? Fit.None
        : socket.IsConnected
            ? socket.Foreign == source && socket.Local == destination ? Fit.Exact : Fit.None
        : socket.Local == destination ? Fit.Specific
        : socket.Local.Address.IsAny ? Fit.Wildcard
        : Fit.None;

    /// <summary>The rule for a delivery by this match.</summary>
    public static Rule RuleFor(Fit fit) => fit switch
    {
        Fit.Exact => DeliverExact,
        Fit.Specific => DeliverSpecific,
        Fit.Wildcard => DeliverWildcard,
        _ => DeliverNobody,
    };

    /// <summary>
    /// A datagram of this host matches no socket: every socket associated between its endpoints gets ECONNREFUSED, the
    /// newest first (netinet/in_pcb.c:in_pcbnotify), and whoever receives from it is woken.
    /// </summary>
    public static State Unreachable(State state, Packet packet)
    {
        for (int i = state.Sockets.Length - 1; i >= 0; i--)
        {
            Socket socket = state.Sockets[i];
            if (socket.Protocol == Protocol.Udp
                && socket.Local == packet.Source && socket.Foreign == packet.Destination)
            {
                state = state.With(socket with { PendingError = Errno.ECONNREFUSED })
                    .WakeAll(socket.Id, SleepReason.Data);
            }
        }

        return state;
    }

    private static bool ComesBefore(Socket socket, Socket other, Fit fit) =>
        fit == Fit.Wildcard ? socket.Age.Changed < other.Age.Changed : socket.Age.Changed > other.Age.Changed;
}
