using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>kill(2): kern_sig.c.</summary>
internal sealed class SignalCalls(ProcessTable processes, ProcessCalls processCalls)
{
    private const int Everybody = -1;
    private const int OwnGroup = 0;

    /// <summary>EINVAL for an invalid signal, ESRCH if no process matches, then EPERM.</summary>
    public Outcome Kill(Process caller, int target, int signal)
    {
        if (!Signals.IsValid(signal))
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        return Replies.Of(
            target > 0 ? SignalOne(caller, target, signal)
            : target == Everybody ? SignalAll(caller, signal)
            : target == OwnGroup ? SignalGroup(caller, caller.Group, signal)
            : SignalGroup(caller, processes.FindVisibleGroup(caller.Credentials, -target), signal));
    }

    /// <summary>CANSIGNAL: processes of one session may send each other SIGCONT, whatever their users.</summary>
    private static bool MaySignal(Process caller, Process target, int signal) =>
        Trespass.Check(caller, target) == Errno.None
        || (signal == Signals.Continue && ReferenceEquals(caller.Group.Session, target.Group.Session)
            && caller.Credentials.Sees(target.Credentials));

    private Errno SignalOne(Process caller, int pid, int signal)
    {
        if (processes.FindVisible(caller.Credentials, pid) is not { } target)
        {
            return Errno.ESRCH;
        }

        if (!MaySignal(caller, target, signal))
        {
            return Errno.EPERM;
        }

        Deliver(target, signal);
        return Errno.None;
    }

    /// <summary>Signals all processes that the caller may signal, except itself and process 1.</summary>
    private Errno SignalAll(Process caller, int signal)
    {
        Errno error = Errno.ESRCH;
        for (Process? target = processes.First; target is not null; target = target.Next)
        {
            target.IsSignalled = target.Pid != ProcessTable.InitPid && !ReferenceEquals(target, caller)
                && MaySignal(caller, target, signal);
            error = target.IsSignalled ? Errno.None : error;
        }

        DeliverAll(signal);
        return error;
    }

    /// <summary>
    /// Signals all members of a group that the caller may signal, including itself but not process 1.
    /// </summary>
    private Errno SignalGroup(Process caller, ProcessGroup? group, int signal)
    {
        Errno error = Errno.ESRCH;
        for (Process? target = processes.First; target is not null; target = target.Next)
        {
            target.IsSignalled = ReferenceEquals(target.Group, group) && target.Pid != ProcessTable.InitPid
                && MaySignal(caller, target, signal);
            error = target.IsSignalled ? Errno.None : error;
        }

        DeliverAll(signal);
        return error;
    }

    /// <summary>The targets are marked before the first one is ended, which may be the caller.</summary>
    private void DeliverAll(int signal)
    {
        while (processes.FindSignalled() is { } target)
        {
            target.IsSignalled = false;
            Deliver(target, signal);
        }
    }

    /// <summary>
    /// A traced process keeps its signals pending for the tracer, which never resumes it here. Process 1 takes no
    /// default action (issignal), but a signal that would end it resets a positive nice value
    /// to 0 (psignal).
    /// </summary>
    private void Deliver(Process target, int signal)
    {
        if (target.Tracer != 0 || !Signals.Ends(signal))
        {
            return;
        }

        if (target.Pid != ProcessTable.InitPid)
        {
            processCalls.End(target);
        }
        else if (Signals.HasName(signal))
        {
            target.Nice = target.Nice > 0 ? 0 : target.Nice;
        }
    }
}
