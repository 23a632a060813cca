using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>kill(2): kern_sig.c. There are no process groups.</summary>
internal sealed class SignalCalls(ProcessTable processes, ProcessCalls processCalls)
{
    private const int Everybody = -1;

    public Outcome Kill(Process caller, int target, int signal)
    {
        if (!Signals.IsValid(signal))
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        return Replies.Of(target == Everybody ? Broadcast(caller, signal) : SignalOne(caller, target, signal));
    }

    public static bool MaySignal(in Credentials caller, in Credentials target) =>
        caller.Uid == target.Uid || Privileges.Check(caller, Privilege.SignalOthers);

    private Errno SignalOne(Process caller, int pid, int signal)
    {
        if (processes.FindVisible(caller.Credentials, pid) is not { } target)
        {
            return Errno.ESRCH;
        }

        if (!MaySignal(caller.Credentials, target.Credentials))
        {
            return Errno.EPERM;
        }

        Deliver(target, signal);
        return Errno.None;
    }

    /// <summary>Everybody that the caller sees and may signal, but itself and process 1.</summary>
    private Errno Broadcast(Process caller, int signal)
    {
        Errno error = Errno.ESRCH;
        Process? next;
        for (Process? target = processes.First; target is not null; target = next)
        {
            next = target.Next;
            if (target.Pid != ProcessTable.InitPid && !ReferenceEquals(target, caller)
                && caller.Credentials.Sees(target.Credentials) && MaySignal(caller.Credentials, target.Credentials))
            {
                Deliver(target, signal);
                error = Errno.None;
            }
        }

        return error;
    }

    private void Deliver(Process target, int signal)
    {
        if (Signals.Ends(signal))
        {
            processCalls.Exit(target);
        }
    }
}
