using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Sending on UDP and TCP sockets, and the delivery of datagrams. It never sleeps there.</summary>
internal static class DatagramRules
{
    public static readonly Rule StreamData = new(
        "S10.stream-data", "Sending and receiving data on a stream socket is not modelled and fails with EOPNOTSUPP.",
        "TCP data and close");
    public static readonly Rule SendGone = new(
        "S10.send-gone", "Sending on a stream socket whose connection has ended or failed fails with EPIPE.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule SendRecord = new(
        "S10.send-record", "Sending with MSG_EOR on a stream socket fails with EINVAL.", "kern/uipc_socket.c:sosend");
    public static readonly Rule SendNotConnected = new(
        "S10.send-not-connected",
        "Sending without an address on a stream socket that is not connected fails with ENOTCONN.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule SendTooLong = new(
        "S11.send-too-long", "Sending a datagram longer than SO_SNDBUF fails with EMSGSIZE.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule SendTooLongForIp = new(
        "S11.send-longest",
        "Sending a datagram that has more than 65535 bytes with its headers fails with EMSGSIZE, wherever it goes.",
        "netinet/udp_usrreq.c:udp_output");
    public static readonly Rule SendNoDestination = new(
        "S11.send-nowhere",
        "Sending without an address on a datagram socket that is not associated fails with EDESTADDRREQ.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule SendConnectedTo = new(
        "S11.send-connected-to", "Sending to an address from an associated datagram socket fails with EISCONN.",
        "netinet/udp_usrreq.c:udp_output");
    public static readonly Rule SendConnected = new(
        "S11.send-connected", "An associated datagram socket sends to its foreign endpoint.",
        "netinet/udp_usrreq.c:udp_output");
    public static readonly Rule SendUnconnected = new(
        "S11.send-unconnected",
        "Sending to an address associates the socket for one datagram; the port stays, the local address is restored.",
        "netinet/udp_usrreq.c:udp_output");
    public static readonly Rule SendUnconnectedInPrison = new(
        "G1.send-in-prison", "After sending to an address in a prison the local address stays the prison's.", "D3");
    public static readonly Rule SendControlTcp = new(
        "S12.send-control-tcp",
        "sendmsg with control data on a TCP socket that could send otherwise fails with EINVAL.",
        "netinet/tcp_usrreq.c:tcp_usr_send");
    public static readonly Rule PendingErrorOnSend = new(
        "S11.error-send", "Sending returns the pending error of an earlier datagram or a closed peer and clears it.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule DeliverQueued = new(
        "S11.queued", "A datagram is queued at the socket that it matches.", "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule DeliverNoRoom = new(
        "S11.dropped", "A datagram is dropped if the receive buffer has no room for it.",
        "kern/uipc_socket2.c:sbappendaddr");

    public static Verdict Send(ref CallCheck check, Process caller, Socket socket, Call.Sending call)
    {
        if (call.Address is { } argument && AddressRules.CopyDenial(argument) is { } denial)
        {
            return check.Fails(denial);
        }

        if (PassingRules.CopyDenial(call) is { } uncopied)
        {
            return check.Fails(uncopied);
        }

        if (socket.Protocol == Protocol.Tcp && call.Options.HasFlag(MessageOptions.MSG_EOR))
        {
            return check.Fails(Errno.EINVAL, SendRecord);
        }

        if (socket.CannotSend)
        {
            return check.Fails(Errno.EPIPE, socket.IsSendingShut ? ShutdownRules.SendShut : SendGone);
        }

        if (socket.PendingError != Errno.None)
        {
            return check.FailsWithPendingError(socket, check.State, PendingErrorOnSend);
        }

        State state = check.State;
        if (SendDenial(socket, call) is { } unsent)
        {
            return check.Fails(unsent);
        }

        bool isDirect = call.Options.HasFlag(MessageOptions.MSG_DONTROUTE)
            || socket.Options.Contains(SocketOption.SO_DONTROUTE);
        if (call.Address is not { } address)
        {
            return LeavingRules.Emit(ref check, state, socket, call.Content, isDirect, SendConnected);
        }

        Socket associated = socket;
        if (ConnectRules.AssociationDenial(ref check, caller, ref state, ref associated, address, isDirect)
            is { } notSent)
        {
            return check.Fails(notSent, state);
        }

        Socket dissolved = associated with
        {
            Foreign = Endpoint.None,
            Local = associated.Local with
            {
                Address = socket.IsBound ? socket.Local.Address : socket.RestingAddress,
            },
        };
        Rule rule = socket.Prison is null ? SendUnconnected : SendUnconnectedInPrison;
        return LeavingRules.Emit(ref check, state.With(dissolved), associated, call.Content, isDirect, rule);
    }

    /// <summary>
    /// Checks the delivery of a datagram to an address of this host that a socket matches: the receiver gets it, or
    /// nobody does if its buffer is full.
    /// </summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state when the datagram arrives.</param>
    /// <param name="packet">Its endpoints.</param>
    /// <param name="data">Its data.</param>
    /// <param name="nic">The interface on which it arrives.</param>
    /// <param name="outcome">The outcome of the call without the receiver.</param>
    public static Verdict Deliver(
        ref CallCheck check, State state, Packet packet, Data data, string nic, in Outcome outcome)
    {
        Fit fit = DeliveryRules.Receiver(state, Protocol.Udp, packet.Source, packet.Destination, out Socket receiver);
        check.Use(DeliveryRules.RuleFor(fit));
        Data control = DatagramControlRules.For(ref check, receiver, packet.Destination.Address, nic);
        bool hasRoom = HasRoom(receiver, data, control);
        state = UdpCountRules.Arrived(ref check, state, matching: 1, queued: hasRoom ? 1 : 0);
        return hasRoom
            ? check.Must(
                outcome.ReceivedBy(state.OwnerOf(receiver.Id)),
                Queued(state, receiver, packet.Source, data, control),
                DeliverQueued)
            : check.Must(outcome, state, DeliverNoRoom);
    }

    /// <summary>
    /// The first denial of sending from this socket, before the destination matters (kern/uipc_socket.c:sosend).
    /// </summary>
    private static Denial? SendDenial(Socket socket, Call.Sending call)
    {
        bool isStream = socket.Protocol == Protocol.Tcp;
        return !socket.IsEstablished && call.Address is null
                ? isStream
                    ? new Denial(Errno.ENOTCONN, SendNotConnected)
                    : new Denial(Errno.EDESTADDRREQ, SendNoDestination)
            : isStream ? StreamDenial(socket, call.Attached)
            : TooLong(socket.Buffers.Send, call) is { } tooLong ? tooLong
            : call.Content.Length + LeavingRules.HeadersSize > ushort.MaxValue
                ? new Denial(Errno.EMSGSIZE, SendTooLongForIp)
            : socket.IsConnected && call.Address is not null ? new Denial(Errno.EISCONN, SendConnectedTo)
            : null;
    }

    /// <summary>The denial of a datagram that does not fit in the send buffer with its control data.</summary>
    public static Denial? TooLong(int room, Call.Sending call) =>
        call.Content.Length > room ? new Denial(Errno.EMSGSIZE, SendTooLong)
        : call.Content.Length + call.Attached.Length > room
            ? new Denial(Errno.EMSGSIZE, PassingRules.ControlTooLong)
        : null;

    private static Denial StreamDenial(Socket socket, Data control) =>
        control.Length > socket.Buffers.Send ? new Denial(Errno.EMSGSIZE, PassingRules.ControlTooLong)
        : control.Length > 0 ? new Denial(Errno.EINVAL, SendControlTcp)
        : new Denial(Errno.EOPNOTSUPP, StreamData);

    /// <summary>
    /// True if a receive buffer has room for one more datagram, its sender's address and its control data.
    /// </summary>
    public static bool HasRoom(Socket socket, Data data, Data control = default) =>
        HasRoom(socket, new Datagram(Endpoint.None, data) { Control = control });

    /// <summary>The same for a message as it will be queued.</summary>
    public static bool HasRoom(Socket socket, Datagram message) =>
        socket.Used + message.Size <= socket.Buffers.Receive;

    /// <summary>The state with one more datagram at a socket; everybody who receives from it is woken.</summary>
    public static State Queued(State state, Socket socket, Endpoint source, Data data, Data control = default) =>
        Queued(state, socket, new Datagram(source, data) { Control = control });

    /// <summary>The same for a message of any kind.</summary>
    public static State Queued(State state, Socket socket, Datagram message) =>
        state.With(socket with { Inbox = socket.Inbox.Add(message) }).WakeAll(socket.Id, SleepReason.Data);
}
