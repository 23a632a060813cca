using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>What shutdown(2) ends, and who is woken by that.</summary>
internal static class ShutdownProofs
{
    private const int Space = 8192;

    [Proof("S7", "Of a direction plus one, bit 0 ends receiving and bit 1 sending. On a local stream the first drops "
        + "what was not read and gives the sender its room back; the second tells the peer that no more will come. "
        + "Those who wait for any of that are woken, and nobody else.",
        Bound = "one pair with up to eight bytes unread and a process at each channel", Mutant = "shutdown-keeps-room")]
    public static void Stream(HostState state, int how, ShortData unread)
    {
        Proof.Assume(unread.IsValid);
        var host = new ProofHost(state.Plain);
        (Socket here, Socket there) = host.Pair(host.Stream());
        host.Sockets.Append(here, unread.ToData());
        there.Sizes.TakeSendSpace(unread.Length);
        var ours = new Watchers(host.Scheduler, here);
        var theirs = new Watchers(host.Scheduler, there);
        Outcome outcome = new ShutdownCalls(host.Sockets).Shutdown(here, (ShutdownHow)how);

        (bool reading, bool writing) = Ends(how);
        Proof.Assert(outcome.Error == Errno.None, "it succeeds");
        Proof.Assert(here.CannotReceive == reading & here.CannotSend == writing, "the directions end here");
        Proof.Assert(there.CannotReceive == writing & !there.CannotSend, "the peer receives no more");
        Proof.Assert(here.Received.Bytes.Length == (reading ? 0 : unread.Length), "what was not read is dropped");
        Proof.Assert(
            here.Sizes.Receive == (reading ? 0 : Space) & here.Sizes.ReceiveLow == (reading ? 0 : 1),
            "the buffer has no size");
        Proof.Assert(there.Sizes.Send == Space - (reading ? 0 : unread.Length), "the sender has its room back");
        ours.AreWoken(connection: false, data: reading, room: writing);
        theirs.AreWoken(connection: false, data: writing, room: reading & unread.Length != 0);
    }

    [Proof("S7", "shutdown of a datagram socket drops what is queued, or ends its own sending; a peer notices nothing.",
        Bound = "one local pair or one UDP socket, with one datagram queued",
        Mutant = "shutdown-of-datagrams-told-to-peer")]
    public static void Datagrams(HostState state, int how, ShortData data, bool isLocal)
    {
        Proof.Assume(data.IsValid);
        var host = new ProofHost(state.Plain);
        Socket here = isLocal ? host.Pair(host.Datagram()).Here : host.Add(host.Udp, default);
        host.Sockets.TryDeliver(here, Endpoint.None, data.ToData());
        new ShutdownCalls(host.Sockets).Shutdown(here, (ShutdownHow)how);

        (bool reading, bool writing) = Ends(how);
        Proof.Assert(here.CannotReceive == reading & here.CannotSend == writing, "the directions end here");
        Proof.Assert(here.Received.First is null == reading & here.Received.Queued == (reading ? 0 : data.Length + 16));
        Proof.Assert(host.Sockets.Datagrams.InUse == (reading ? 0 : 1), "the datagram is freed");
        Proof.Assert(here.Peer is not { } peer || (!peer.CannotReceive & !peer.CannotSend), "the peer is as before");
    }

    [Proof("S10", "A connection gets the buffers of its listener, or those of a new socket if that was shut down for "
        + "receiving, and then receives nothing either. accept takes it all the same, and fails with ECONNABORTED once "
        + "no more can come.",
        Bound = "one listening socket without a PCB and one connection", Mutant = "connection-of-a-shut-listener")]
    public static void Listener(HostState state, bool isShut, short any)
    {
        int size = 1 + (any & 0x3fff);
        var host = new ProofHost(state.Plain);
        Socket listener = host.Add(host.Tcp, default);
        listener.IsListening = true;
        listener.Waiting.Backlog = 1;
        listener.Sizes = BufferSizes.Of(size, size);
        if (isShut)
        {
            host.Sockets.EndReceiving(listener);
        }

        Socket connection = host.Sockets.CreateConnection(listener)!;
        Proof.Assert(connection.CannotReceive == isShut & !connection.CannotSend, "it receives as its listener does");
        Proof.Assert(
            connection.Sizes.Receive == (isShut ? 16384 : size) & connection.Sizes.Send == (isShut ? 16384 : size),
            "its buffers are the listener's, or those of a new socket");
        listener.Pcb = null;
        var caller = new Process { Limits = new DescriptorLimits(2, 2) };
        Proof.Assert(host.Accept(caller, listener).Value == 0, "accept takes the connection");
        Outcome next = host.Accept(caller, listener);
        Proof.Assert(
            isShut ? next.Error == Errno.ECONNABORTED : next.IsAsleep, "then it fails if no more can come");
    }

    private static (bool Reading, bool Writing) Ends(int how)
    {
        uint bits = unchecked((uint)how + 1);
        return (bits % 2 == 1, bits % 4 >= 2);
    }
}
