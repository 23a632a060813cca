using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;

namespace Verify.Implementation.Calls.Processes;

/// <summary>kill(2) and sigaction(2): kern_sig.c.</summary>
internal sealed class SignalCalls(ProcessTable processes, SignalPosting signals, ProcessCalls processCalls)
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

    /// <summary>EINVAL for an invalid signal, and for any but the default action of SIGKILL and SIGSTOP.</summary>
    public static Outcome SigAction(Process caller, int signal, SignalAction action, bool restarts)
    {
        bool isFixed = signal is Signals.Kill or Signals.Stop;
        if (signal == 0 || !Signals.IsValid(signal) || (isFixed && action != SignalAction.SIG_DFL))
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        caller.Actions.Set(signal, action, restarts);
        return Outcome.Ok;
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

    /// <summary>Signal 0 only checks the permission.</summary>
    private void Deliver(Process target, int signal)
    {
        if (signal != 0 && signals.Post(target, signal))
        {
            processCalls.End(target);
        }
    }
}
