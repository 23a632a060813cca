using Verify.Abi;

namespace Verify.Model.States;

/// <summary>A system call in which a process sleeps (R2).</summary>
/// <param name="Call">The call.</param>
/// <param name="Since">When the process last fell asleep, or was woken: later is greater.</param>
public sealed record Sleep(Call.ByProcess Call, int Since)
{
    /// <summary>The descriptor of the call; -1 for poll and select, which may have many.</summary>
    public int Fd => Call is Verify.Abi.Calls.Call.OnDescriptor { Fd: var fd } ? fd : -1;

    /// <summary>The tick at which it ends at the latest; null if it is without end, or has ended.</summary>
    public long? Until { get; init; }

    /// <summary>For how many milliseconds it sleeps at most; null if it is without end, or has ended.</summary>
    /// <param name="clock">The machine's clock.</param>
    public int? TimeLeft(long clock) =>
        Until is { } tick ? (int)Math.Min(int.MaxValue, ((tick * Waits.Tick) - clock + 999) / 1000) : null;

    /// <summary>
    /// Of poll and select, when their time is over, in microseconds; null for never. It is before
    /// <see cref="Until"/>, or more than a day away.
    /// </summary>
    public long? End { get; init; }

    /// <summary>Whether the process still sleeps.</summary>
    public SleepPhase Phase { get; init; }

    /// <summary>Of a call that sends, the bytes that are sent already.</summary>
    public int Sent { get; init; }

    /// <summary>Of a call that sends, true if it has no control data, or has sent it.</summary>
    public bool HasSentControl { get; init; }

    /// <summary>Of a call that receives with MSG_WAITALL, the control data that came with what it has taken.</summary>
    public Data TakenControl { get; init; }

    /// <summary>
    /// Of a call that receives with MSG_WAITALL, the bytes that it has taken: with any, it keeps the lock of the
    /// receive buffer while it sleeps (kern/uipc_socket.c:soreceive).
    /// </summary>
    public Data Taken { get; init; }

    /// <summary>True for a call that receives and waits for the lock of the receive buffer.</summary>
    public bool IsForLock { get; init; }

    /// <summary>True while the call keeps other processes from the receive buffer.</summary>
    public bool HoldsLock => Taken.Length > 0;

    /// <summary>
    /// The signals with a handler that came during the call: bit 0 is signal 1. They decide how it ends, whatever else
    /// woke the process (kern/kern_synch.c:tsleep).
    /// </summary>
    public UInt128 Signals { get; init; }

    /// <summary>The signal that decides, the lowest one; 0 if there is none.</summary>
    public int Signal => Signals == 0 ? 0 : 1 + (int)UInt128.TrailingZeroCount(Signals);

    /// <summary>What it waits for.</summary>
    public SleepReason Awaits => Call switch
    {
        Verify.Abi.Calls.Call.Accept => SleepReason.Connection,
        Verify.Abi.Calls.Call.Connect => SleepReason.Answer,
        Verify.Abi.Calls.Call.Receiving => IsForLock ? SleepReason.Lock : SleepReason.Data,
        Verify.Abi.Calls.Call.Sending => SleepReason.Room,
        _ => SleepReason.Readiness,
    };
}

/// <summary>Whether a process in a sleeping call still sleeps.</summary>
public enum SleepPhase
{
    /// <summary>It sleeps.</summary>
    Asleep,

    /// <summary>What it waits for has happened; it will continue.</summary>
    Woken,

    /// <summary>A signal has come first; it will continue.</summary>
    Interrupted,

    /// <summary>Its time was over first; it will continue.</summary>
    TimedOut,
}

/// <summary>What a sleeping call waits for.</summary>
public enum SleepReason
{
    /// <summary>accept(2): a connection in the queue.</summary>
    Connection,

    /// <summary>connect(2): the other end's answer.</summary>
    Answer,

    /// <summary>A call that receives: data, an error, or the end of the stream.</summary>
    Data,

    /// <summary>A call that sends: room in the buffer, or its end.</summary>
    Room,

    /// <summary>A call that receives: the lock of the receive buffer, which another process keeps.</summary>
    Lock,

    /// <summary>poll(2), select(2): that one of several descriptors is ready.</summary>
    Readiness,
}
