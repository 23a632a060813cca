using Verify.Abi;
using Verify.Implementation.Local;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>What wakes those who sleep at a socket: everything that they wait for, and nothing else.</summary>
internal static class WakeupProofs
{
    [Proof("R2", "A datagram that fits wakes those who wait for data at its socket, and one that does not fit nobody.",
        Bound = "two UDP sockets with a process at each channel", Mutant = "datagram-wakes-nobody")]
    public static void Datagram(HostState state, Endpoint sender, ShortData data, int space)
    {
        Proof.Assume(data.IsValid);
        var host = new ProofHost(state.Plain, new Tunables { UdpReceiveSpace = space });
        Socket socket = host.Add(host.Udp, default);
        var there = new Watchers(host.Scheduler, socket);
        var elsewhere = new Watchers(host.Scheduler, host.Add(host.Udp, default));
        bool fits = host.Sockets.TryDeliver(socket, sender, data.ToData());
        there.AreWoken(connection: false, data: fits, room: false);
        elsewhere.AreWoken(connection: false, data: false, room: false);
    }

    [Proof("R2", "A connection that is queued wakes one of those who wait for it, and, as for who polls the "
        + "socket, all who wait for data; one that is not queued wakes nobody.",
        Bound = "one TCP socket with two processes at each channel", Mutant = "connection-wakes-nobody")]
    public static void Connection(HostState state, SocketState socket, Endpoint source, Endpoint destination)
    {
        Proof.Assume(ProofHost.IsOutside(source) & destination.Port != 0);
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(host.Tcp, socket);
        var first = new Watchers(host.Scheduler, called);
        var second = new Watchers(host.Scheduler, called);
        Traffic traffic = default;
        bool isQueued = host.Tcp.Input(source, destination, ref traffic) == Errno.None;
        first.AreWoken(connection: isQueued, data: isQueued, room: false);
        second.AreWoken(connection: false, data: isQueued, room: false);
    }

    [Proof("R2", "The answer to a connection request reaches the socket that has asked, and wakes all who sleep there. "
        + "It connects, or leaves the error and takes the PCB; a reset does so to a connection too.",
        Bound = "one TCP socket with a process at each channel, on a host with /24 networks",
        Mutant = "refusal-wakes-nobody")]
    public static void Answer(
        HostState state, SocketState socket, bool isConnected, byte answer, Endpoint source, Endpoint destination)
    {
        Proof.Assume(answer < 3 & socket.Local.Port != 0 & source.Port != 0 & !source.Address.IsAny);
        var host = new ProofHost(state.Plain);
        Socket called = host.Add(host.Tcp, socket);
        Pcb pcb = called.Pcb!;
        Proof.Assume(called.IsConnected);
        (called.IsConnected, called.IsConnecting, pcb.IsSynSent) = (isConnected, !isConnected, !isConnected);
        bool isItself = pcb.Local == destination & pcb.Foreign == source;
        var there = new Watchers(host.Scheduler, called);
        Errno error = Deliver(host, answer, source, destination);
        bool isAnswered = isItself & !isConnected;
        bool isDropped = isItself & (answer == 1 || (answer == 2 & !isConnected));
        Proof.Assert(
            error == (answer != 0 | isItself ? Errno.None : Errno.ECONNREFUSED), "who was not asked gets a reset");
        there.AreWoken(isAnswered | isDropped, isAnswered | isDropped, isAnswered | isDropped);
        Proof.Assert(called.IsConnected == (isConnected ? !isDropped : isAnswered & answer == 0), "it is connected");
        Proof.Assert(
            called.PendingError == (!isDropped ? Errno.None : answer == 2 ? Errno.ETIMEDOUT
                : isConnected ? Errno.ECONNRESET : Errno.ECONNREFUSED),
            "the error is pending");
        Proof.Assert(
            called.Pcb is null == isDropped & called.CannotReceive == isDropped & called.CannotSend == isDropped,
            "it has lost its PCB");
        Proof.Assert(called.IsConnecting == (!isConnected & !isItself), "it waits as long as there is no answer");
    }

    [Proof("R2", "What is sent on a local stream, even nothing, wakes those who wait for data at the other end; what "
        + "is read there, even nothing, wakes those who wait for room here. The close of an end wakes all at the "
        + "other, and one of datagrams those who wait for data or room.",
        Bound = "one pair, with a process at each channel of both ends", Mutant = "reading-wakes-nobody")]
    public static void Pair(HostState state, byte what, ShortData data)
    {
        Proof.Assume(what < 4 & data.IsValid);
        var host = new ProofHost(state.Plain);
        LocalProtocol protocol = what == 3 ? host.Datagram() : host.Stream();
        (Socket here, Socket there) = host.Pair(protocol);
        var ours = new Watchers(host.Scheduler, here);
        var theirs = new Watchers(host.Scheduler, there);
        Traffic traffic = default;
        if (what == 0)
        {
            protocol.Send(here, new Message(data.ToData()), host.Caller(0, 0), ref traffic);
        }
        else if (what == 1)
        {
            protocol.HaveRead(here, data.Length);
        }
        else
        {
            protocol.Detach(here);
        }

        ours.AreWoken(what == 2, what == 2, what == 2);
        theirs.AreWoken(connection: what == 2, data: what != 1, room: what != 0);
        bool isClosed = what >= 2;
        Proof.Assert(there.IsConnected == !isClosed & there.Peer is null == isClosed, "the other end is on its own");
        Proof.Assert(there.CannotReceive == (what == 2) & there.CannotSend == (what == 2), "a stream has ended");
        Proof.Assert(there.PendingError == (what == 3 ? Errno.ECONNRESET : Errno.None), "datagrams leave an error");
    }

    private static Errno Deliver(ProofHost host, byte answer, Endpoint source, Endpoint destination)
    {
        if (answer == 0)
        {
            return host.Tcp.Accepted(source, destination);
        }

        if (answer == 1)
        {
            host.Tcp.Reset(source, destination);
        }
        else
        {
            host.Tcp.TimeOut(source, destination);
        }

        return Errno.None;
    }
}
