using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>How much a send on a local stream sends, and how much a receive returns, before they sleep.</summary>
internal static class StreamProofs
{
    private const int Most = 4;

    [Proof("R2", "sendto on a local stream sends all that fits, unless that is neither all of it nor as much as "
        + "SO_SNDLOWAT. Then it sleeps for the rest, or returns what was sent, or EAGAIN; it always ends.",
        Bound = "up to four bytes, a buffer of up to four, and SO_SNDLOWAT equal to its size",
        Mutant = "sends-below-the-mark")]
    public static void Send(HostState state, ShortData data, byte any, byte other, bool sleeps)
    {
        (int size, int unread) = (1 + any % Most, other % (Most + 1));
        Proof.Assume(data.Length <= Most & unread <= size);
        (ProofHost host, Socket here, Socket there) = Paired(state);
        here.Sizes = BufferSizes.Of(size, Most);
        here.Sizes.TakeSendSpace(unread);
        here.IsNonBlocking = !sleeps;
        var caller = new Process();
        Outcome outcome = host.Sending.SendTo(caller, here, data.ToData(), null);
        int space = size - unread;
        bool fits = data.Length <= space;
        int sent = fits ? data.Length : unread == 0 ? space : 0;
        Proof.Assert(there.Received.Bytes.Length == sent, "as much arrives as is to be sent");
        Proof.Assert(there.Received.Bytes == Prefix(data, sent), "unchanged");
        Proof.Assert(here.Sizes.Send == space - sent, "the space is used up by that");
        Proof.Assert(outcome.IsAsleep == (!fits & sleeps), "it sleeps for the rest");
        Proof.Assert(outcome.IsAsleep | outcome.Value == (fits | sent > 0 ? sent : -1), "it returns what was sent");
        Proof.Assert(
            outcome.Error == (fits | sleeps | sent > 0 ? Errno.None : Errno.EAGAIN), "EAGAIN if that is nothing");
        Proof.Assert(!outcome.IsAsleep | caller.Sleeping.Done == sent, "it remembers what was sent");
    }

    [Proof("R2", "recvfrom on a local stream returns what there is, at most what it asks for, and gives the sender as "
        + "much room. With nothing it sleeps, or is EAGAIN; after the end, or if it asks for nothing, it returns "
        + "nothing.",
        Bound = "up to four bytes in the buffer, with SO_RCVLOWAT 1", Mutant = "end-of-file-sleeps")]
    public static void Receive(HostState state, ShortData data, byte length, bool isEnded, bool sleeps)
    {
        Proof.Assume(data.Length <= Most & length <= Most);
        (ProofHost host, Socket here, Socket there) = Paired(state);
        Traffic traffic = default;
        here.Protocol.Send(here, new Message(data.ToData()), host.Caller(0, 0), ref traffic);
        int space = here.Sizes.Send;
        if (isEnded)
        {
            here.Protocol.Detach(here);
        }

        there.IsNonBlocking = !sleeps;
        Outcome outcome = host.Receiving.Receive(new Process(), there, new Call.RecvFrom(0, 0, length));
        int taken = length < data.Length ? length : data.Length;
        bool waits = data.Length == 0 & length != 0 & !isEnded;
        Proof.Assert(outcome.IsAsleep == (waits & sleeps), "it sleeps");
        Proof.Assert(outcome.Error == (waits & !sleeps ? Errno.EAGAIN : Errno.None), "or fails");
        Proof.Assert(waits || outcome.Data == Prefix(data, taken), "it returns the first bytes");
        Proof.Assert(there.Received.Bytes.Length == data.Length - taken, "the others stay");
        Proof.Assert(here.Sizes.Send == (isEnded ? space : space + taken), "the sender has room again");
    }

    private static (ProofHost Host, Socket Here, Socket There) Paired(HostState state)
    {
        var host = new ProofHost(state.Plain);
        (Socket here, Socket there) = host.Pair(host.Stream());
        return (host, here, there);
    }

    private static Data Prefix(ShortData data, int length) => Data.OfWord(data.Word, length);
}
