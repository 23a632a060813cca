using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What close(2) leaves of a socket: nothing.</summary>
internal static class Closing
{
    [Proof("G7", "Closing a UDP socket gives back all memory that it had, and what waited at it.",
        Bound = "up to two datagrams, one other UDP socket",
        Mutant = "datagrams-leak")]
    public static void UdpGivesAllBack(HostState state, SocketState socket, SocketState other, byte waiting)
    {
        Proof.Assume(waiting <= 2);
        var host = new Host(state);
        host.Add(host.Udp, other);
        MemoryInUse before = host.Memory;
        Socket called = host.Add(host.Udp, socket);
        for (int i = 0; i < waiting; i++)
        {
            host.Sockets.TryDeliver(called, Endpoint.None, default);
        }

        host.Close(called);
        Proof.Assert(host.Memory.Equals(before), "as much memory is in use as before");
        host.IsConfined();
    }

    [Proof("G7", "Closing a TCP socket gives back all memory that it had, and what waited at it.",
        Bound = "up to two connections from outside, one other TCP socket that is not connected",
        Mutant = "connections-leak")]
    public static void TcpGivesAllBack(
        HostState state, SocketState socket, SocketState other, int backlog, Endpoint first, Endpoint second,
        byte waiting)
    {
        Proof.Assume(waiting <= 2 & first != second);
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second));
        Proof.Assume(other.Foreign.Port == 0);
        var host = new Host(state);
        Pcb held = host.Add(host.Tcp, other).Pcb!;
        MemoryInUse before = host.Memory;
        Socket called = host.Add(host.Tcp, socket);
        called.Waiting.Backlog = backlog;
        if (called.IsListening)
        {
            Endpoint end = Accepting.EndOf(state, called);
            Proof.Assume(backlog is >= 0 and <= 128 & held.Local != end & held.Local != called.Pcb!.Local);
            Accepting.Come(host, called, end, first, second, waiting);
        }

        host.Close(called);
        Proof.Assert(host.Memory.Equals(before), "as much memory is in use as before");
        host.IsConfined();
    }

    [Proof("S2", "The next socket in the memory of one that was closed, or that waited at it, has nothing of it.",
        Bound = "up to one datagram and one connection that wait; a UDP or TCP socket after a UDP or TCP socket",
        Mutant = "memory-not-cleared")]
    public static void NextStartsAfresh(
        HostState state, SocketState socket, bool tcp, bool thenTcp, Errno pending, int backlog, Endpoint source)
    {
        Proof.Assume(Host.IsOutside(source) & backlog >= 0);
        state = state.Plain;
        var host = new Host(state);
        Socket first = host.Add(tcp ? host.Tcp : host.Udp, socket);
        Pcb pcb = first.Pcb!;
        first.PendingError = pending;
        first.Waiting.Backlog = backlog;
        Socket? connection = null;
        if (first.IsListening)
        {
            Accepting.Come(host, first, Accepting.EndOf(state, first), source, source, waiting: 1);
            connection = first.Waiting.First;
        }
        else
        {
            host.Sockets.TryDeliver(first, source, default);
        }

        host.Close(first);
        InetProtocol protocol = thenTcp ? host.Tcp : host.Udp;
        IsNew(host, protocol, first, pcb);
        if (connection is not null)
        {
            IsNew(host, protocol, connection, expected: null);
        }
    }

    private static void IsNew(Host host, InetProtocol protocol, Socket memory, Pcb? expected)
    {
        host.Sockets.Create(protocol, default, out Socket next);
        Pcb pcb = next.Pcb!;
        Proof.Assert(ReferenceEquals(next, memory), "it is the same memory");
        Proof.Assert(expected is null || ReferenceEquals(pcb, expected), "and the same PCB");
        Proof.Assert(ReferenceEquals(next.Protocol, protocol), "its protocol is what was asked for");
        Proof.Assert(next.Options == SocketOptions.None, "it has no options");
        Proof.Assert(!next.IsConnected & !next.IsListening, "it is not connected, and does not listen");
        Proof.Assert(next.PendingError == Errno.None, "no error is pending");
        Proof.Assert(next.Received.First is null & next.Received.Used == 0, "no datagram waits");
        Proof.Assert(
            next.Waiting.First is null & next.Waiting.Count == 0 & next.Waiting.Backlog == 0, "no connection waits");
        Proof.Assert(next.Listener is null & next.NextWaiting is null, "it waits nowhere");
        Proof.Assert(next.Owner.Uid == 0 & next.Owner.Prison is null, "its owner is its creator");
        Proof.Assert(pcb.Local.IsNone & pcb.Foreign.IsNone, "its PCB has no ends");
        Proof.Assert(pcb.Range == PortRangeOption.IP_PORTRANGE_DEFAULT, "its ports come from the default range");
        Proof.Assert(pcb.PortHead is null & pcb.Bucket == 0, "it is not hashed");
    }
}
