using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>What the flags of a receive change, and the lock of the buffer.</summary>
internal static class ReceiveFlagProofs
{
    private const int Most = 4;

    [Proof("S9", "A receive on a local stream with any flags: MSG_OOB is refused, MSG_DONTWAIT neither sleeps nor "
        + "looks at SO_RCVLOWAT, MSG_PEEK takes nothing, and MSG_WAITALL waits for all that the buffer can hold, or "
        + "takes a part, keeps the lock and sleeps for more. Another one waits for the lock.",
        Bound = "up to four bytes queued or wanted, and SO_RCVBUF of up to four",
        Mutant = "dontwait-waits-for-low-water")]
    public static void Stream(
        HostState state, ShortData data, byte length, MessageOptions options, byte any, byte mark, StreamState there)
    {
        int size = 1 + any % Most;
        int low = 1 + mark % size;
        Proof.Assume(data.Length <= Most & length <= Most);
        var host = new ProofHost(state.Plain);
        (Socket sender, Socket receiver) = host.Pair(host.Stream());
        host.Sockets.Append(receiver, data.ToData());
        sender.Sizes.TakeSendSpace(data.Length);
        int room = sender.Sizes.Send;
        receiver.Sizes = BufferSizes.Of(Most, size);
        receiver.Sizes.Set(SocketOption.SO_RCVLOWAT, low);
        there.Apply(receiver);
        var caller = new Process();
        Outcome outcome = host.Receiving.Receive(caller, receiver, new Call.RecvFrom(0, 0, length, options));

        bool peeks = Has(options, MessageOptions.MSG_PEEK);
        bool never = Has(options, MessageOptions.MSG_DONTWAIT);
        bool all = Has(options, MessageOptions.MSG_WAITALL);
        bool isUrgent = Has(options, MessageOptions.MSG_OOB);
        bool isEnough = data.Length != 0
            & (there.IsEnded | never | data.Length >= length | (data.Length >= low & !(all & length <= size)));
        bool isTurn = !isUrgent & !there.IsLocked;
        bool waits = isTurn & !isEnough & !there.IsEnded & length != 0;
        bool takes = isTurn & isEnough & !peeks;
        int taken = length < data.Length ? length : data.Length;
        bool wantsMore = takes & all & taken < length & !there.IsEnded;
        bool awaitsTurn = !isUrgent & there.IsLocked & !never;
        Errno error = isUrgent ? Errno.EOPNOTSUPP
            : (there.IsLocked & never) | (waits & (never | there.IsNonBlocking)) ? Errno.EAGAIN
            : Errno.None;
        Proof.Assert(outcome.Error == error, "its error");
        Proof.Assert(
            outcome.IsAsleep == (awaitsTurn | wantsMore | (waits & error == Errno.None)), "it sleeps where it must");
        Proof.Assert(
            outcome.IsAsleep | error != Errno.None || outcome.Data == Prefix(data, isEnough ? taken : 0),
            "it returns the first bytes");
        Proof.Assert(receiver.Received.Bytes.Length == data.Length - (takes ? taken : 0), "the others stay");
        Proof.Assert(sender.Sizes.Send == room + (takes ? taken : 0), "the sender has room for what was taken");
        Proof.Assert(
            receiver.IsReceiveLocked == (there.IsLocked | wantsMore), "the lock is kept to wait for the rest");
        Proof.Assert(
            !wantsMore || caller.Sleeping.Taken == Prefix(data, taken), "what was taken is remembered");
    }

    [Proof("S9", "A receive with MSG_WAITALL that has taken a part continues with what has come, returns all of it in "
        + "order when it is complete or the stream has ended, and releases the lock then.",
        Bound = "two bytes before, up to two after, of three or four", Mutant = "waitall-forgets-part")]
    public static void Continued(HostState state, ushort first, ushort more, byte count, bool isLong, bool isEnded)
    {
        const int part = 2;
        var host = new ProofHost(state.Plain);
        (_, Socket receiver) = host.Pair(host.Stream());
        int come = count == 0 ? 0 : count == 1 ? 1 : part;
        int missing = isLong ? 2 : 1;
        host.Sockets.Append(receiver, Data.OfWord(more, come));
        (receiver.IsReceiveLocked, receiver.CannotReceive) = (true, isEnded);
        var caller = new Process();
        var call = new Call.RecvFrom(0, 0, part + missing, MessageOptions.MSG_WAITALL);
        Outcome outcome = host.Receiving.Continue(caller, receiver, call, Data.OfWord(first, part), default);
        int taken = missing < come ? missing : come;
        bool isDone = taken == missing | isEnded;
        Data all = Data.OfWord(first | (ulong)more << 8 * part, part + taken);
        Proof.Assert(outcome.IsAsleep == !isDone, "it sleeps until it has all");
        Proof.Assert(isDone ? outcome.Data == all : caller.Sleeping.Taken == all, "the parts are in order");
        Proof.Assert(receiver.IsReceiveLocked == !isDone, "the lock is released at the end");
        Proof.Assert(receiver.Received.Bytes.Length == come - taken, "what is left over stays");
    }

    [Proof("S11", "A receive of datagrams with any flags: MSG_OOB is refused, MSG_PEEK leaves datagram and error, "
        + "MSG_DONTWAIT does not sleep; only recvfrom tells the sender.",
        Bound = "up to one datagram at the only socket of a host", Mutant = "peek-takes-error")]
    public static void Datagram(
        HostState state, Endpoint sender, ShortData data, byte length, MessageOptions options, Errno error, bool has,
        bool asks, bool sleeps)
    {
        Proof.Assume(data.IsValid);
        Proof.Assume(asks | options == MessageOptions.None);
        var host = new ProofHost(state.Plain);
        Socket socket = host.Add(host.Udp, default);
        if (has)
        {
            host.Sockets.TryDeliver(socket, sender, data.ToData());
        }

        (socket.PendingError, socket.IsNonBlocking) = (error, !sleeps);
        Call.Receiving call = asks ? new Call.RecvFrom(0, 0, length, options) : new Call.Read(0, 0, length);
        Outcome outcome = host.Receiving.Receive(new Process(), socket, call);

        bool peeks = Has(options, MessageOptions.MSG_PEEK);
        bool never = Has(options, MessageOptions.MSG_DONTWAIT) | !sleeps;
        bool isUrgent = Has(options, MessageOptions.MSG_OOB);
        bool reads = !isUrgent & has;
        bool fails = !isUrgent & !has & error != Errno.None;
        bool waits = !isUrgent & !has & error == Errno.None & length != 0;
        Errno expected = isUrgent ? Errno.EOPNOTSUPP
            : fails ? error
            : waits & never ? Errno.EAGAIN
            : Errno.None;
        Proof.Assert(outcome.Error == expected, "its error");
        Proof.Assert(outcome.IsAsleep == (waits & !never), "it sleeps where it must");
        Proof.Assert(socket.PendingError == (fails & !peeks ? Errno.None : error), "the error is returned once");
        Proof.Assert(socket.Received.First is not null == (has & (isUrgent | peeks)), "what is read is gone");
        Proof.Assert(!reads || outcome.Address == (asks ? sender : (Endpoint?)null), "only recvfrom tells the sender");
        Proof.Assert(
            !reads || outcome.Data == Prefix(data, length < data.Length ? length : data.Length), "the bytes are right");
    }

    private static bool Has(MessageOptions options, MessageOptions option) => (options & option) != 0;

    private static Data Prefix(ShortData data, int length) => Data.OfWord(data.Word, length);
}
