using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Tables;

/// <summary>An item allocated in freed memory equals a new one in every field.</summary>
internal static class MemoryReuseProofs
{
    [Proof("S2", "The next socket in the memory of a closed one equals a new one in each field, and so do the "
        + "connection, datagram, PCB and port head.",
        Bound = "a UDP or TCP socket in any state, with one datagram and, if it listens, one connection; one bucket",
        Mutant = "memory-not-cleared")]
    public static void AfterClose(HostState state, SocketState socket, bool tcp, Endpoint peer, int backlog)
    {
        Proof.Assume(ProofHost.IsOutside(peer) & backlog is > 0 and <= 128);
        var host = new ProofHost(state);
        Socket first = host.Add(tcp ? host.Tcp : host.Udp, socket);
        Pcb pcb = first.Pcb!;
        first.PendingError = Errno.ECONNREFUSED;
        first.IsNonBlocking = true;
        (first.CannotSend, first.CannotReceive, first.IsReceiveLocked) = (true, true, true);
        first.IsConnecting = true;
        pcb.IsSynSent = true;
        first.Peer = first;
        first.Received.Append(Data.OfWord('a', 1));
        first.Waiting.Backlog = backlog;
        host.Sockets.TryDeliver(first, peer, default);
        Datagram datagram = first.Received.First!;
        Socket? connection = null;
        if (first.IsListening)
        {
            Traffic traffic = default;
            host.Tcp.Input(peer, first.Pcb!.Local, ref traffic);
            connection = first.Waiting.First;
        }

        PortHead? head = pcb.PortHead;
        host.Close(first);
        Proof.Assert(ReferenceEquals(host.Sockets.Zone.Allocate(), first), "it is the same memory");
        Proof.Assert(IsBlank(first), "the socket is blank");
        if (connection is not null)
        {
            Proof.Assert(ReferenceEquals(host.Sockets.Zone.Allocate(), connection), "it is the connection's memory");
            Proof.Assert(IsBlank(connection), "the connection is blank");
        }

        Proof.Assert(ReferenceEquals(host.Table.Zone.Allocate(), pcb), "it is the same PCB");
        Proof.Assert(IsBlank(pcb), "the PCB is blank");
        Proof.Assert(ReferenceEquals(host.Sockets.Datagrams.Allocate(), datagram), "it is the same datagram");
        Proof.Assert(IsBlank(datagram), "the datagram is blank");
        if (head is not null)
        {
            Proof.Assert(ReferenceEquals(host.PortHeads.Allocate(), head), "it is the same port head");
            Proof.Assert(IsBlank(head), "the port head is blank");
        }
    }

    [Proof("S2", "The next PCB in the memory of a freed one equals a new one in each field, its chain included.",
        Bound = "one other PCB, in a table of four chains", Mutant = "pcb-keeps-bucket")]
    public static void AfterFree(PcbEnds ends, PcbEnds other)
    {
        var state = new TableState(4, ends, other);
        Pcb freed = state[1];
        state.Table.Free(freed);
        Proof.Assert(ReferenceEquals(state.Table.Zone.Allocate(), freed), "it is the same PCB");
        Proof.Assert(IsBlank(freed), "the PCB is blank");
    }

    private static bool IsBlank(Socket socket) =>
        socket.Options == SocketOptions.None & !socket.IsConnected & !socket.IsListening
        & socket.Pcb is null & socket.Listener is null & socket.PendingError == Errno.None
        & socket.Owner.Uid == 0 & socket.Owner.Gid == 0 & !socket.Owner.IsJailed & socket.Protocol is null
        & socket.Waiting.First is null & socket.Waiting.Count == 0 & socket.Waiting.Backlog == 0
        & socket.Received.First is null & socket.Received.Used == 0 & socket.Received.Bytes.Length == 0
        & !socket.IsNonBlocking & !socket.CannotSend & !socket.CannotReceive & !socket.IsReceiveLocked
        & !socket.IsConnecting & socket.Peer is null
        & IsOut(Socket.InAcceptQueue.Of(socket));

    private static bool IsBlank(Pcb pcb) =>
        pcb.Local.IsNone & pcb.Foreign.IsNone & pcb.Range == PortRangeOption.IP_PORTRANGE_DEFAULT
        & !pcb.IsSynSent & pcb.Socket is null & pcb.PortHead is null & pcb.Bucket == 0
        & IsOut(Pcb.InChain.Of(pcb)) & IsOut(Pcb.OnPort.Of(pcb)) & IsOut(Pcb.OfProtocol.Of(pcb));

    private static bool IsBlank(PortHead head) =>
        head.Port == 0 & head.Pcbs.First is null & IsOut(PortHead.InChain.Of(head));

    private static bool IsBlank(Datagram datagram) =>
        datagram.Sender.IsNone & datagram.Data.Equals(default) & IsOut(Datagram.InBuffer.Of(datagram));

    private static bool IsOut<T>(Links<T> links)
        where T : class =>
        links.Next is null & links.Previous is null;
}
