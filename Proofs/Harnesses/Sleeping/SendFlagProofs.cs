using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>What the flags of a send change.</summary>
internal static class SendFlagProofs
{
    private const int Most = 4;
    private const int UrgentRoom = 1024;

    [Proof("S9", "A send on a local stream with any flags: MSG_EOR is an error before a broken pipe, and MSG_OOB is "
        + "refused after it, but waits for room first, of which it has 1024 bytes more. Nothing else changes anything, "
        + "MSG_DONTWAIT neither.",
        Bound = "up to four bytes, with SO_SNDLOWAT 4 and any room up to that",
        Mutant = "record-end-after-broken-pipe")]
    public static void Stream(
        HostState state, ShortData data, MessageOptions options, short room, bool isShut, bool sleeps)
    {
        bool isUrgent = Has(options, MessageOptions.MSG_OOB);
        bool endsRecord = Has(options, MessageOptions.MSG_EOR);
        Proof.Assume(data.Length <= Most & room <= Most & room >= (isUrgent ? -UrgentRoom : 0));
        var host = new ProofHost(state.Plain);
        (Socket here, Socket there) = host.Pair(host.Stream());
        here.Sizes = BufferSizes.Of(Most, Most);
        here.Sizes.TakeSendSpace(Most - room);
        (here.CannotSend, here.IsNonBlocking) = (isShut, !sleeps);
        Outcome outcome = host.Sending.SendTo(new Process(), here, data.ToData(), null, options);

        int space = isUrgent ? room + UrgentRoom : room;
        bool isOpen = !endsRecord & !isShut;
        bool isTight = space < data.Length & space < Most;
        bool sends = isOpen & !isUrgent & !isTight;
        Errno error = endsRecord ? Errno.EINVAL
            : isShut ? Errno.EPIPE
            : isTight ? (sleeps ? Errno.None : Errno.EAGAIN)
            : isUrgent ? Errno.EOPNOTSUPP
            : Errno.None;
        Proof.Assert(outcome.Error == error, "its error");
        Proof.Assert(outcome.IsAsleep == (isOpen & isTight & sleeps), "it sleeps for room");
        Proof.Assert(there.Received.Bytes.Length == (sends ? data.Length : 0), "only ordinary data arrives");
    }

    [Proof("S9", "A send on a local datagram socket with any flags: MSG_OOB is refused after the connection was looked "
        + "at; MSG_EOR and all others change nothing.",
        Bound = "up to eight bytes, one pair; no name is looked up", Mutant = "urgent-before-connection")]
    public static void Datagram(
        HostState state, ShortData data, MessageOptions options, bool isShut, bool isAlone, bool named, Errno error)
    {
        Proof.Assume(data.IsValid & !(isAlone & named));
        var host = new ProofHost(state.Plain).WithDefaultRoute();
        (Socket here, Socket there) = host.Pair(host.Datagram());
        if (isAlone)
        {
            there.Protocol.Detach(there);
        }

        (here.CannotSend, here.PendingError) = (isShut, error);
        SocketAddress? name = named ? SocketAddress.Inet(Ipv4.Loopback, 53) : null;
        Outcome outcome = host.Sending.SendTo(new Process(), here, data.ToData(), name, options);
        Errno expected = isShut ? Errno.EPIPE
            : error != Errno.None ? error
            : isAlone ? Errno.EDESTADDRREQ
            : Has(options, MessageOptions.MSG_OOB) ? Errno.EOPNOTSUPP
            : named ? Errno.EISCONN
            : Errno.None;
        Proof.Assert(outcome.Error == expected, "its error");
        Proof.Assert(there.Received.First is not null == (expected == Errno.None), "else it arrives");
    }

    private static bool Has(MessageOptions options, MessageOptions option) => (options & option) != 0;
}
