using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

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
        HostState state, SocketState socket, SocketState other, byte backlog, Endpoint first, Endpoint second,
        byte waiting)
    {
        Proof.Assume(first != second);
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
            Proof.Assume(backlog <= 128 & held.Local != end & held.Local != called.Pcb!.Local);
            Accepting.Come(host, called, end, first, second, Octets.Count(waiting, 2));
        }

        host.Close(called);
        Proof.Assert(host.Memory.Equals(before), "as much memory is in use as before");
        host.IsConfined();
    }
}
