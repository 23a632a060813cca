using Verify.Abi;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>dup(2), dup2(2) and fcntl(2) with F_DUPFD: one more descriptor of an open file (G7).</summary>
internal static class DuplicateRules
{
    public static readonly Rule DupNoDescriptor = new(
        "G7.dup-descriptor", "dup and F_DUPFD fail with EMFILE if no descriptor is free, or none that is large enough.",
        "kern/kern_descrip.c:fdalloc");
    public static readonly Rule DupMade = new(
        "G7.dup", "dup and F_DUPFD return the lowest free descriptor they may; it refers to the same open file.",
        "kern/kern_descrip.c:finishdup");
    public static readonly Rule DupBadTarget = new(
        "G7.dup2-target", "dup2 fails with EBADF if the target is negative, or not below the limit.",
        "kern/kern_descrip.c:dup2");
    public static readonly Rule DupSame = new(
        "G7.dup2-same", "dup2 of a descriptor to itself returns it.", "kern/kern_descrip.c:dup2");
    public static readonly Rule DupOver = new(
        "G7.dup2", "dup2 closes its target if that is open; the target then refers to the same open file.",
        "kern/kern_descrip.c:finishdup");
    public static readonly Rule DupBadLeast = new(
        "G7.dup-least", "F_DUPFD fails with EINVAL if the least descriptor is negative, or not below the limit.",
        "kern/kern_descrip.c:fcntl");

    public static Verdict Dup(ref CallCheck check, Process caller, DescriptorEntry file, int least = 0)
    {
        int fd = caller.FreeDescriptorFrom(least);
        return fd >= caller.Limit
            ? check.Fails(Errno.EMFILE, DupNoDescriptor)
            : check.Must(Outcome.Returned(fd), check.State.With(caller.With(fd, file)), DupMade);
    }

    public static Verdict DupFrom(ref CallCheck check, Process caller, DescriptorEntry file, int least) =>
        least < 0 || least >= caller.Limit
            ? check.Fails(Errno.EINVAL, DupBadLeast)
            : Dup(ref check, caller, file, least);

    public static Verdict Dup2(ref CallCheck check, Process caller, DescriptorEntry file, Call.Dup2 call)
    {
        int target = call.Target;
        if (target < 0 || target >= caller.Limit)
        {
            return check.Fails(Errno.EBADF, DupBadTarget);
        }

        if (target == call.Fd)
        {
            return check.Must(Outcome.Returned(target), check.State, DupSame);
        }

        State closed = DescriptorRules.Release(ref check, check.State, caller.Pid, target);
        Process process = closed.FindProcess(caller.Pid)!;
        return check.Must(Outcome.Returned(target), closed.With(process.With(target, file)), DupOver);
    }
}
