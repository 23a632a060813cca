using Verify.Abi;
using Verify.Implementation.Files;

namespace Verify.Implementation.Processes;

/// <summary>
/// Denies chroot(2) and jail(2) to processes with open directories: chroot_refuse_vdir_fds and
/// kern.chroot_allow_open_directories of vfs_syscalls.c.
/// </summary>
internal sealed class OpenDirectories(Mounts mounts)
{
    private const int Never = 0;
    private const int IfNotChrooted = 1;

    /// <summary>
    /// kern.chroot_allow_open_directories: 0 never allows open directories, 1 allows them unless the process is
    /// chrooted, any other value always does.
    /// </summary>
    public int Allowed { get; set; } = IfNotChrooted;

    /// <summary>EPERM if the caller has an open directory and may not.</summary>
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
