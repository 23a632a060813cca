namespace Verify.Abi.Calls;

/// <summary>
/// Calls on the file system (J8). A null path is a null pointer: EFAULT. Modes are the bits of chmod(2), in octal in
/// the trace text.
/// </summary>
public abstract partial record Call
{
    /// <summary>A call that names a file by its path.</summary>
    public abstract record OnPath(int Pid, string? Path) : ByProcess(Pid);

    /// <summary>open(2). Value: the lowest free descriptor. The mode is for a new file.</summary>
    public sealed record Open(int Pid, string? Path, OpenOptions Options, int Mode) : OnPath(Pid, Path);

    /// <summary>
    /// getdirentries(2) of the whole directory. Text: the names in ordinal order, separated by slashes.
    /// </summary>
    public sealed record ReadDir(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>stat(2). Text: a <see cref="FileStatus"/>.</summary>
    public sealed record Stat(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>mkdir(2).</summary>
    public sealed record MkDir(int Pid, string? Path, int Mode) : OnPath(Pid, Path);

    /// <summary>
    /// mknod(2). The mode includes the type of the node, see <see cref="FileModes"/>: a device, a bad node or a
    /// whiteout.
    /// </summary>
    public sealed record MkNod(int Pid, string? Path, int Mode, int Device) : OnPath(Pid, Path);

    /// <summary>mkfifo(2), which needs no privilege.</summary>
    public sealed record MkFifo(int Pid, string? Path, int Mode) : OnPath(Pid, Path);

    /// <summary>symlink(2): the path becomes a link to the target.</summary>
    public sealed record SymLink(int Pid, string? Target, string? Path) : OnPath(Pid, Path);

    /// <summary>link(2): the new path names the same file.</summary>
    public sealed record Link(int Pid, string? Path, string? NewPath) : OnPath(Pid, Path);

    /// <summary>unlink(2).</summary>
    public sealed record Unlink(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>rmdir(2).</summary>
    public sealed record RmDir(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>rename(2).</summary>
    public sealed record Rename(int Pid, string? Path, string? NewPath) : OnPath(Pid, Path);

    /// <summary>chmod(2).</summary>
    public sealed record ChMod(int Pid, string? Path, int Mode) : OnPath(Pid, Path);

    /// <summary>chown(2); an id of -1 leaves it unchanged. Ids are unsigned: every other value is an id.</summary>
    public sealed record ChOwn(int Pid, string? Path, int Uid, int Gid) : OnPath(Pid, Path);

    /// <summary>chdir(2).</summary>
    public sealed record ChDir(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>fchdir(2).</summary>
    public sealed record FChDir(int Pid, int Fd) : OnDescriptor(Pid, Fd);

    /// <summary>chroot(2). The current directory stays where it is.</summary>
    public sealed record ChRoot(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>mount(2): <c>mfs</c>, an empty file system, or <c>procfs</c>.</summary>
    public sealed record Mount(int Pid, string Type, string? Path) : OnPath(Pid, Path);

    /// <summary>unmount(2).</summary>
    public sealed record Unmount(int Pid, string? Path) : OnPath(Pid, Path);

    /// <summary>
    /// quotactl(2) on the file system of the path: a user's limit of nodes, 0 for none. A user of -1 is the caller's
    /// real user. Value of Q_GETQUOTA: the limit.
    /// </summary>
    public sealed record QuotaCtl(int Pid, string? Path, QuotaCommand Command, int Uid, int Limit) : OnPath(Pid, Path);

    /// <summary>umask(2). Value: the previous mask.</summary>
    public sealed record UMask(int Pid, int Mask) : ByProcess(Pid);
}
