using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What close(2) leaves of a socket: nothing.</summary>
internal static class Closing
{
    [Proof("G7", "A UDP socket at which up to two datagrams wait, beside another socket: all memory is given back.",
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

    [Proof("G7", "A TCP socket at which up to two connections wait, beside an unconnected one: all memory is back.",
        Mutant = "connections-leak")]
    public static void TcpGivesAllBack(
        HostState state, SocketState socket, SocketState other, int backlog, Endpoint first, Endpoint second,
        byte waiting)
    {
        Proof.Assume(waiting <= 2 & first != second);
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second));
        Proof.Assume(other.Foreign.Port == 0);
        var host = new Host(state);
        host.Add(host.Tcp, other);
        MemoryInUse before = host.Memory;
        Socket called = host.Add(host.Tcp, socket);
        called.Waiting.Backlog = backlog;
        if (called.IsListening)
        {
            Proof.Assume(backlog is >= 0 and <= 128 & called.Pcb!.Local != other.Local);
            Traffic traffic = default;
            if (waiting > 0)
            {
                host.Tcp.Input(first, called.Pcb!.Local, ref traffic);
            }

            if (waiting > 1)
            {
                host.Tcp.Input(second, called.Pcb!.Local, ref traffic);
            }
        }

        host.Close(called);
        Proof.Assert(host.Memory.Equals(before), "as much memory is in use as before");
        host.IsConfined();
    }

    [Proof("S2", "The next socket in the memory of one that was closed has nothing of it.",
        Mutant = "memory-not-cleared")]
    public static void NextStartsAfresh(HostState state, SocketState socket, bool tcp)
    {
        var host = new Host(state);
        InetProtocol protocol = tcp ? host.Tcp : host.Udp;
        Socket first = host.Add(protocol, socket);
        Pcb pcb = first.Pcb!;
        first.PendingError = Errno.ECONNREFUSED;
        host.Sockets.TryDeliver(first, Endpoint.None, default);
        host.Close(first);
        host.Sockets.Create(protocol, default, out Socket next);
        Proof.Assert(ReferenceEquals(next, first) & ReferenceEquals(next.Pcb, pcb), "it is the same memory");
        Proof.Assert(
            next.Options == SocketOptions.None & !next.IsConnected & !next.IsListening
            & next.PendingError == Errno.None & next.Received.First is null
            & next.Owner.Uid == 0 & next.Owner.Prison is null,
            "the socket is a new one");
        Proof.Assert(
            pcb.Local.IsNone & pcb.Foreign.IsNone & pcb.Range == PortRangeOption.IP_PORTRANGE_DEFAULT
            & pcb.PortHead is null,
            "its PCB is a new one");
    }
}
