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

    private Errno SignalOne(Process caller, int pid, int signal)
    {
        if (processes.FindVisible(caller.Credentials, pid) is not { } target)
        {
            return Errno.ESRCH;
        }

        Errno error = Trespass.Check(caller, target);
        if (error == Errno.None)
        {
            Deliver(target, signal);
        }

        return error;
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
                && Trespass.Check(caller, target) == Errno.None)
            {
                Deliver(target, signal);
                error = Errno.None;
            }
        }

        return error;
    }

    /// <summary>A process that is traced is stopped: signals wait for its tracer, which here never lets it go on.</summary>
    private void Deliver(Process target, int signal)
    {
        if (target.Tracer == 0 && Signals.Ends(signal))
        {
            processCalls.Exit(target);
        }
    }
}
