using Verify.Abi;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>close(2), dup(2), dup2(2), and fcntl(2) with F_DUPFD: kern_descrip.c.</summary>
internal sealed class DescriptorCalls(FileTable files)
{
    public Outcome Close(Process caller, int fd)
    {
        files.Close(caller.Descriptors, fd);
        return Outcome.Ok;
    }

    public static Outcome Dup(Process caller, OpenFile file) => Share(caller, file, least: 0);

    /// <summary>F_DUPFD: EINVAL if the limit leaves no descriptor from the least one on.</summary>
    public static Outcome DupFrom(Process caller, OpenFile file, int least) =>
        IsWithin(caller, least) ? Share(caller, file, least) : Outcome.Failed(Errno.EINVAL);

    /// <summary>What the target referred to is closed first, as by close(2). After that nothing can fail.</summary>
    public Outcome Dup2(Process caller, OpenFile file, int fd, int target)
    {
        if (!IsWithin(caller, target))
        {
            return Outcome.Failed(Errno.EBADF);
        }

        if (target != fd)
        {
            if (caller.Descriptors[target] is not null)
            {
                files.Close(caller.Descriptors, target);
            }

            FileTable.Share(file, caller.Descriptors, target);
        }

        return Outcome.Returned(target);
    }

    private static Outcome Share(Process caller, OpenFile file, int least)
    {
        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd, least))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        FileTable.Share(file, caller.Descriptors, fd);
        return Outcome.Returned(fd);
    }

    /// <summary>True for a number below the limit. It is unsigned, so a negative one is not.</summary>
    private static bool IsWithin(Process caller, int fd) => (uint)fd < (uint)caller.Limits.Soft;
}
