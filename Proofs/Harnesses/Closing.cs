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
}
