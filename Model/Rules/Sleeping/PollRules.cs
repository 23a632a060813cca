using Verify.Abi;
using Verify.Model.Rules.Files;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sleeping;

/// <summary>poll(2): what of the events asked for is ready. Where nothing is, it sleeps.</summary>
internal static class PollRules
{
    public static readonly Rule PollNegative = new(
        "R2.poll-negative", "poll of a negative descriptor returns 0: nothing.", "kern/sys_generic.c:pollscan");
    public static readonly Rule PollNotOpen = new(
        "R2.poll-not-open",
        "poll of a descriptor that is not open returns POLLNVAL, whatever was asked for, and no error.",
        "kern/sys_generic.c:pollscan");
    public static readonly Rule PollSocket = new(
        "R2.poll-socket",
        "poll of a socket returns what is ready of POLLIN, POLLRDNORM and POLLOUT, as far as it was asked for; "
        + "urgent data never came, and nothing else is an answer.",
        "kern/uipc_socket.c:sopoll");
    public static readonly Rule PollReadable = new(
        "R2.poll-readable",
        "A socket is readable if as much is queued as its low-water mark, with addresses of senders and control data.",
        "sys/socketvar.h:soreadable");
    public static readonly Rule PollBelow = new(
        "R2.poll-below-mark",
        "A socket is not readable if something is queued, but less than its low-water mark, also if a receive would "
        + "not sleep.",
        "sys/socketvar.h:soreadable");
    public static readonly Rule PollConnections = new(
        "R2.poll-connections", "A listening socket is readable if a connection waits to be accepted.",
        "sys/socketvar.h:soreadable");
    public static readonly Rule PollEnd = new(
        "R2.poll-end", "A socket that is to receive no more is readable.", "sys/socketvar.h:soreadable");
    public static readonly Rule PollWritable = new(
        "R2.poll-writable",
        "A datagram or raw socket, and a stream that is connected, is writable if its send buffer has the room of its "
        + "low-water mark.",
        "sys/socketvar.h:sowriteable");
    public static readonly Rule PollFull = new(
        "R2.poll-full", "A local stream is not writable if there is less room than its low-water mark.",
        "sys/socketvar.h:sowriteable");
    public static readonly Rule PollUnconnected = new(
        "R2.poll-unconnected",
        "A stream that is not connected, or whose connection has no answer yet, is not writable.",
        "sys/socketvar.h:sowriteable");
    public static readonly Rule PollBroken = new(
        "R2.poll-broken", "A socket that can send no more is writable.", "sys/socketvar.h:sowriteable");
    public static readonly Rule PollError = new(
        "R2.poll-error", "A socket with a pending error is readable and writable, and the error stays.",
        "sys/socketvar.h:soreadable");
    public static readonly Rule PollFile = new(
        "R2.poll-file", "poll of a file or directory returns POLLRDNORM and POLLOUT, if asked for, but never POLLIN.",
        "kern/vfs_default.c:vop_stdpoll");
    public static readonly Rule PollFileEvents = new(
        "R2.poll-file-events",
        "poll of a file or directory for bits from 0x200 to 0x8000 returns 0: it waits for events that never come.",
        "kern/vfs_subr.c:vn_pollrecord");
    public static readonly Rule PollReady = new(
        "R2.poll-ready",
        "poll in a procfs, and of the null device, returns POLLIN, POLLRDNORM and POLLOUT, if asked for.",
        "kern/sys_generic.c:seltrue");
    public static readonly Rule PollProcfsEvents = new(
        "R2.poll-procfs-events", "poll in a procfs for bits from 0x200 to 0x8000 returns POLLNVAL.",
        "kern/vfs_default.c:vop_nopoll");
    public static readonly Rule PollDead = new(
        "R2.poll-dead", "poll of the procfs file of a process that has exited returns POLLHUP, whatever was asked for.",
        "miscfs/deadfs/dead_vnops.c:dead_poll");
    public static readonly Rule PollConsole = new(
        "R2.poll-console", "poll of the console returns POLLOUT, if asked for: there is no input.",
        "kern/tty.c:ttypoll");

    public static readonly Rule PollLong = new(
        "R2.poll-long", "Of a list longer than the table of descriptors the rest is ignored.",
        "kern/sys_generic.c:poll");

    /// <summary>INFTIM.</summary>
    private const int Forever = -1;

    /// <summary>In microseconds.</summary>
    private const long Millisecond = 1000;

    private const PollEvents Readable = PollEvents.POLLIN | PollEvents.POLLRDNORM;

    /// <summary>The bits of the 16 in a pollfd that are none of the standard ones.</summary>
    private const PollEvents Extended = (PollEvents)0xFE00;

    public static Verdict Poll(ref CallCheck check, Process caller, Call.Poll call)
    {
        if (call.Milliseconds < Forever)
        {
            return check.Fails(Errno.EINVAL, TimeRules.TimeBad);
        }

        Few<PollEntry> ready = default;
        Rule last = PollNegative;
        if (call.Entries.Count > caller.TableSize)
        {
            check.Use(PollLong);
        }

        for (int i = 0; i < Math.Min(call.Entries.Count, caller.TableSize); i++)
        {
            PollEntry entry = call.Entries[i];
            (PollEvents events, last) = Entry(ref check, caller.FileAt(entry.Fd), entry);
            check.Use(last);
            ready = events == PollEvents.None ? ready : ready.With(entry with { Events = events });
        }

        Outcome answer = Outcome.Polled(ready);
        long? time = call.Milliseconds == Forever ? null : call.Milliseconds * Millisecond;
        return ready.IsEmpty ? TimeRules.Wait(ref check, call, time, in answer)
            : check.Must(in answer, check.State, last);
    }

    /// <summary>What is ready of the events asked of one descriptor.</summary>
    public static (PollEvents Events, Rule Why) Entry(ref CallCheck check, DescriptorEntry file, PollEntry entry)
    {
        State state = check.State;
        return entry.Fd < 0 ? (PollEvents.None, PollNegative)
            : !file.IsOpen ? (PollEvents.POLLNVAL, PollNotOpen)
            : state.SocketOf(file) is { } socket ? Socket(ref check, socket, entry.Events)
            : !file.IsNode ? (entry.Events & PollEvents.POLLOUT, PollConsole)
            : file.Node.IsDead ? (PollEvents.POLLHUP, PollDead)
            : FlagRules.IsNullDevice(state, file) ? Ready(entry.Events)
            : (entry.Events & Extended) == 0
                ? state.Tree.IsOnProcfs(file.Node)
                    ? Ready(entry.Events)
                    : (entry.Events & (PollEvents.POLLRDNORM | PollEvents.POLLOUT), PollFile)
            : state.Tree.IsOnProcfs(file.Node) ? (PollEvents.POLLNVAL, PollProcfsEvents)
            : (PollEvents.None, PollFileEvents);
    }

    private static (PollEvents Events, Rule Why) Socket(ref CallCheck check, Socket socket, PollEvents events)
    {
        PollEvents ready = PollEvents.None;
        if ((events & Readable) != 0 && IsReadable(ref check, socket))
        {
            ready |= events & Readable;
        }

        if (events.HasFlag(PollEvents.POLLOUT) && IsWritable(ref check, socket))
        {
            ready |= PollEvents.POLLOUT;
        }

        return (ready, PollSocket);
    }

    /// <summary>Shutting receiving makes the mark 0, but then the socket is readable anyway.</summary>
    private static bool IsReadable(ref CallCheck check, Socket socket)
    {
        Rule? why =
            socket.PendingError != Errno.None ? PollError
            : !socket.Queue.IsEmpty ? PollConnections
            : socket.CannotReceive ? PollEnd
            : socket.Used > 0 && socket.Used >= socket.Buffers.ReceiveLow ? PollReadable
            : null;
        if ((why ?? (socket.Used > 0 ? PollBelow : null)) is { } rule)
        {
            check.Use(rule);
        }

        return why is not null;
    }

    private static bool IsWritable(ref CallCheck check, Socket socket)
    {
        bool needsConnection = socket.IsLocalStream || socket.Protocol == Protocol.Tcp;
        bool isConnected = socket.IsLocalStream ? socket.Peer != 0 : socket.IsEstablished;
        Rule why =
            socket.PendingError != Errno.None ? PollError
            : socket.CannotSend ? PollBroken
            : needsConnection && !isConnected ? PollUnconnected
            : socket.IsLocalStream && PairSendRules.Room(check.State, socket) < socket.Buffers.SendLow ? PollFull
            : PollWritable;
        check.Use(why);
        return why != PollUnconnected && why != PollFull;
    }

    private static (PollEvents Events, Rule Why) Ready(PollEvents events) =>
        (events & (Readable | PollEvents.POLLOUT), PollReady);
}
