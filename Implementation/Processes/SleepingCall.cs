using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>
/// A call that sleeps, and what it has done so far: what FreeBSD keeps on the process's kernel stack and in p_wchan,
/// p_wmesg and p_siglist. All of it is blank while the process is awake.
/// </summary>
internal struct SleepingCall
{
    /// <summary>The call, which starts again after a signal with SA_RESTART.</summary>
    public Call.ByProcess? Call;

    /// <summary>Where it sleeps, or slept before it was woken.</summary>
    public Channel Channel;

    /// <summary>What the process says of its wait: wmesg.</summary>
    public string? Message;

    /// <summary>The bytes that it has sent.</summary>
    public int Done;

    /// <summary>True if it has control data still to be sent.</summary>
    public bool HasControl;

    /// <summary>
    /// What it has received: it then waits for more, and holds the lock of the receive buffer (MSG_WAITALL).
    /// </summary>
    public Data Taken;

    /// <summary>The control data that it has received with that.</summary>
    public Few<Data> Control;

    /// <summary>What poll or select asks for, of which nothing was ready.</summary>
    public Few<PollEntry> Polled;

    /// <summary>When the time of poll or select is over, in microseconds since boot.</summary>
    public long End;

    /// <summary>The tick at which it is woken in any case: p_callout; 0 for none.</summary>
    public long Deadline;

    /// <summary>P_TIMEOUT: true if that has woken it. No signal changes that then.</summary>
    public bool IsTimeOver;

    /// <summary>True from the wake-up until the process continues.</summary>
    public bool IsWoken;

    /// <summary>True if it was woken as the only one (wakeup_one), for something that others wait for too.</summary>
    public bool IsOnlyOneWoken;

    /// <summary>The signal that interrupts it, of several the one with the lowest number; 0 for none.</summary>
    public int Signal;

    /// <summary>The name of the call in the trace text.</summary>
    public readonly string Name => CallKinds.NameOf(Call!);
}
