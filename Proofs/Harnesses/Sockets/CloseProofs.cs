using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>close(2) frees all memory of a socket.</summary>
internal static class CloseProofs
{
    [Proof("G7", "Closing a UDP socket frees all its memory, and the datagrams in its queue.",
        Bound = "up to two datagrams, one other UDP socket", Mutant = "datagrams-leak")]
    public static void UdpFreesAllMemory(HostState state, SocketState socket, SocketState other, byte waiting)
    {
        Proof.Assume(waiting <= 2);
        var host = new ProofHost(state);
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

    [Proof("G7", "Closing a TCP socket frees all its memory, and the connections in its queue.",
        Bound = "up to two connections from outside, one other TCP socket that is not connected",
        Mutant = "connections-leak")]
    public static void TcpFreesAllMemory(
        HostState state, SocketState socket, SocketState other, byte backlog, Endpoint first, Endpoint second,
        byte waiting)
    {
        Proof.Assume(first != second);
        Proof.Assume(ProofHost.IsOutside(first) & ProofHost.IsOutside(second));
        Proof.Assume(other.Foreign.Port == 0);
        var host = new ProofHost(state);
        Pcb held = host.Add(host.Tcp, other).Pcb!;
        MemoryInUse before = host.Memory;
        Socket called = host.Add(host.Tcp, socket);
        called.Waiting.Backlog = backlog;
        if (called.IsListening)
        {
            Endpoint end = AcceptProofs.EndOf(state, called);
            Proof.Assume(backlog <= 128 & held.Local != end & held.Local != called.Pcb!.Local);
            AcceptProofs.ConnectFromOutside(host, called, end, first, second, BoundedCount.Of(waiting, 2));
        }

        host.Close(called);
        Proof.Assert(host.Memory.Equals(before), "as much memory is in use as before");
        host.IsConfined();
    }
}
