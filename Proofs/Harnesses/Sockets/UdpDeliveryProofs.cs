using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>The delivery of datagrams, their queue, and pending errors.</summary>
internal static class UdpDeliveryProofs
{
    [Proof("S11", "A socket that is connected to an unused port of this host gets ECONNREFUSED when it sends.",
        Bound = "one other UDP socket on the host", Mutant = "unreachable-unnoticed")]
    public static void RefusalIsReported(HostState state, SocketState socket, SocketState other)
    {
        Proof.Assume(socket.Local.Port != 0);
        var host = new ProofHost(state).WithRoutes();
        Socket receiver = host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Proof.Assume(called.IsConnected);
        (Endpoint local, Endpoint foreign) = (called.Pcb!.Local, called.Pcb.Foreign);
        bool reachesSocket = Takes(called.Pcb, local, foreign) | Takes(receiver.Pcb!, local, foreign);
        Outcome outcome = host.Sending.SendTo(host.Caller(0, 0), called, default, null);
        Proof.Assert(
            called.PendingError == Errno.ECONNREFUSED
                == (outcome.Sent.Count != 0 & state.HasOwn(foreign.Address) & !reachesSocket),
            "the error is pending only if no socket received the datagram");
        Proof.Assert(
            receiver.PendingError == Errno.None | (receiver.Pcb!.Local == local & receiver.Pcb.Foreign == foreign),
            "no socket with other ends gets the error");
    }

    [Proof("S11", "A pending error is returned once: by the next sendto whose name can be read, which sends nothing, "
        + "or by the first recvfrom that finds no datagram; queued datagrams come first.",
        Bound = "up to two datagrams at the only socket of a host", Mutant = "pending-error-stays")]
    public static void ErrorIsReportedOnce(
        HostState state, SocketState socket, Errno error, bool sends, SocketAddress name, bool named, byte waiting,
        bool sleeps)
    {
        Proof.Assume(error != Errno.None & waiting <= 2);
        var host = new ProofHost(state.Plain).WithRoutes();
        Socket called = host.Add(host.Udp, socket);
        Endpoint local = called.Pcb!.Local;
        for (int i = 0; i < waiting; i++)
        {
            host.Sockets.TryDeliver(called, Endpoint.None, default);
        }

        called.PendingError = error;
        called.IsNonBlocking = !sleeps;
        Errno unread = named ? InetErrors.OfLength(name) : Errno.None;
        if (sends)
        {
            SocketAddress? to = named ? name : null;
            Outcome sent = host.Sending.SendTo(host.Caller(0, 0), called, default, to);
            Proof.Assert(
                sent.Error == InetErrors.FirstOf(unread, error),
                "the pending error precedes all others but a bad name");
            Proof.Assert(
                sent.Sent.IsEmpty & called.Pcb!.Local == local, "nothing is sent, and the socket gets no port");
        }

        bool isTold = sends & unread == Errno.None;
        Proof.Assert(called.PendingError == (isTold ? Errno.None : error), "it is cleared if it was returned");
        for (int i = 0; i < waiting; i++)
        {
            Proof.Assert(host.Receive(called).Error == Errno.None, "queued datagrams come first");
        }

        Outcome told = host.Receive(called);
        Proof.Assert(
            isTold ? FindsNothing(told, sleeps) : told.Error == error,
            "then the error is returned, unless it was before");
        Proof.Assert(FindsNothing(host.Receive(called), sleeps), "it is cleared");
    }

    [Proof("S11", "A datagram is queued if its bytes and 16 for its sender fit. recvfrom returns the oldest "
        + "unchanged, and makes room for more.",
        Bound = "three datagrams, the third after up to one recvfrom; one UDP socket on the host",
        Mutant = "receive-space-short")]
    public static void QueuedIfItFits(
        HostState state, Endpoint a, Endpoint b, Endpoint c, ShortData first, ShortData second, ShortData third,
        int space, bool early)
    {
        Proof.Assume(first.IsValid & second.IsValid & third.IsValid);
        var host = new ProofHost(state.Plain, new Tunables { UdpReceiveSpace = space });
        Socket socket = host.Add(host.Udp, default);
        int used = 0;
        bool hasFirst = Deliver(host, socket, a, first.ToData(), space, ref used);
        bool hasSecond = Deliver(host, socket, b, second.ToData(), space, ref used);
        if (early & hasFirst)
        {
            Take(host, socket, a, first.ToData(), ref used);
        }

        bool hasThird = Deliver(host, socket, c, third.ToData(), space, ref used);
        if (!early & hasFirst)
        {
            Take(host, socket, a, first.ToData(), ref used);
        }

        if (hasSecond)
        {
            Take(host, socket, b, second.ToData(), ref used);
        }

        if (hasThird)
        {
            Take(host, socket, c, third.ToData(), ref used);
        }

        Proof.Assert(host.Receive(socket).IsAsleep, "the queue is empty");
    }

    [Proof("S11", "A datagram reaches the socket that the lookup finds and no other; ECONNREFUSED if it finds none.",
        Bound = "two UDP sockets of the host; the lookup itself is the subject of PcbLookupProofs",
        Mutant = "delivers-to-the-newest")]
    public static void ReachesTheSocketFound(
        HostState state, SocketState socket, SocketState other, Endpoint source, Endpoint destination, ShortData data)
    {
        Proof.Assume(ProofHost.IsOutside(source) & destination.Port != 0 & data.IsValid);
        var host = new ProofHost(state.Plain);
        Socket a = host.Add(host.Udp, socket);
        Socket b = host.Add(host.Udp, other);
        Socket? found = host.Table.LookupHash(source, destination, wildcard: true)?.Socket;
        Traffic traffic = default;
        Errno error = host.Udp.Input(source, destination, data.ToData(), ref traffic);
        Proof.Assert(
            error == (found is null ? Errno.ECONNREFUSED : Errno.None), "ECONNREFUSED if no socket has the port");
        Proof.Assert(ReferenceEquals(traffic.Receiver, found), "the receiver is reported");
        Proof.Assert(
            a.Received.First is null != ReferenceEquals(a, found), "the first socket receives it if it is found");
        Proof.Assert(b.Received.First is null != ReferenceEquals(b, found), "so does the second");
    }

    private static bool Deliver(ProofHost host, Socket socket, Endpoint sender, Data data, int space, ref int used)
    {
        bool waits = host.Sockets.TryDeliver(socket, sender, data);
        Proof.Assert(waits == (used + data.Length + 16 <= space), "it is queued if it fits");
        used += waits ? data.Length + 16 : 0;
        return waits;
    }

    private static void Take(ProofHost host, Socket socket, Endpoint sender, Data data, ref int used)
    {
        Outcome outcome = host.Receive(socket);
        Proof.Assert(outcome.Error == Errno.None & outcome.Value == data.Length, "all its bytes are received");
        Proof.Assert(outcome.Address == sender & outcome.Data == data, "unchanged");
        used -= data.Length + 16;
    }

    private static bool FindsNothing(in Outcome outcome, bool sleeps) =>
        sleeps ? outcome.IsAsleep : outcome.Error == Errno.EAGAIN;

    private static bool Takes(Pcb pcb, Endpoint source, Endpoint destination) =>
        pcb.Local.Port == destination.Port & pcb.Local.Port != 0
        & (pcb.Foreign.IsNone
            ? pcb.Local.Address == destination.Address | pcb.Local.Address.IsAny
            : pcb.Foreign == source & pcb.Local.Address == destination.Address);
}
