using Verify.Abi;

namespace Verify.Model.States;

/// <summary>A system call in which a process sleeps (R2).</summary>
/// <param name="Call">The call.</param>
/// <param name="Since">When the process last fell asleep, or was woken: later is greater.</param>
public sealed record Sleep(Call.OnDescriptor Call, int Since)
{
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
        _ => SleepReason.Room,
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
}

/// <summary>What a sleeping call waits for at its socket.</summary>
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
}
