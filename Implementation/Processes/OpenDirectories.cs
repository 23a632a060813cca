using Verify.Abi;
using Verify.Implementation.Files;

namespace Verify.Implementation.Processes;

/// <summary>
/// Keeps those from chroot(2) and jail(2) who have a directory open: chroot_refuse_vdir_fds and
/// kern.chroot_allow_open_directories of vfs_syscalls.c.
/// </summary>
internal sealed class OpenDirectories(Mounts mounts)
{
    private const int Never = 0;
    private const int IfNotChrooted = 1;

    /// <summary>kern.chroot_allow_open_directories: who may have one open. Any other value is everybody.</summary>
    public int Allowed { get; set; } = IfNotChrooted;

    /// <summary>EPERM where the caller may have none and has one.</summary>
    public Errno Check(Process caller)
    {
        bool isRefused = Allowed == Never
            || (Allowed == IfNotChrooted && !ReferenceEquals(caller.Root, mounts.RootNode));
        return isRefused && HasOne(caller.Descriptors) ? Errno.EPERM : Errno.None;
    }

    private static bool HasOne(DescriptorTable descriptors)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is { Node.IsDirectory: true })
            {
                return true;
            }
        }

        return false;
    }
}
