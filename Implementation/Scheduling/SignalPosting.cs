using Verify.Implementation.Processes;

namespace Verify.Implementation.Scheduling;

/// <summary>
/// Posts signals to processes: psignal and issignal of kern_sig.c. A handler returns at once, so a process that is not
/// in a sleeping call notices nothing of it.
/// </summary>
internal sealed class SignalPosting(Scheduler scheduler)
{
    /// <summary>
    /// A traced process keeps its signals pending for the tracer, which never resumes it here. Process 1 takes no
    /// default action (issignal), but a signal that would end it wakes it for nothing and resets a positive nice value
    /// to 0 (psignal).
    /// </summary>
    /// <returns>True if the signal ends the process, which is left to the caller.</returns>
    public bool Post(Process target, int signal)
    {
        if (target.Tracer != 0 || target.Actions.Ignores(signal))
        {
            return false;
        }

        if (target.Actions.Catches(signal))
        {
            scheduler.Interrupt(target, signal);
            return false;
        }

        if (target.Pid != ProcessTable.InitPid)
        {
            return true;
        }

        scheduler.Wake(target);
        if (Signals.HasName(signal))
        {
            target.Nice = target.Nice > 0 ? 0 : target.Nice;
        }

        return false;
    }
}
