using Verify.Abi.Calls;
using static Verify.Abi.Text.CallRow;

namespace Verify.Abi.Text;

/// <summary>The syntax of calls on the file system, and on descriptors.</summary>
internal static class FileRows
{
    public static IReadOnlyList<CallSyntax> All { get; } =
    [
        Row("close", Returns, Terms.Fd, (Call.Close c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("dup", Returns, Terms.Fd, (Call.Dup c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("dup2", Returns, (Terms.Fd, Terms.Fd),
            (Call.Dup2 c) => (c.Fd, c.Target), (pid, fd, target) => new(pid, fd, target)),
        Row("open", Returns, (Terms.Path, new OpenOptionsArgument(hasAccess: true), Terms.Mode),
            (Call.Open c) => (c.Path, c.Options, c.Mode), (pid, path, options, mode) => new(pid, path, options, mode)),
        Row("readdir", Tells, Terms.Fd, (Call.ReadDir c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("stat", Tells, Terms.Path, (Call.Stat c) => c.Path, (pid, path) => new(pid, path)),
        Row("mkdir", Returns, (Terms.Path, Terms.Mode),
            (Call.MkDir c) => (c.Path, c.Mode), (pid, path, mode) => new(pid, path, mode)),
        Row("mknod", Returns, (Terms.Path, Terms.Mode, Terms.Device),
            (Call.MkNod c) => (c.Path, c.Mode, c.Device), (pid, path, mode, device) => new(pid, path, mode, device)),
        Row("mkfifo", Returns, (Terms.Path, Terms.Mode),
            (Call.MkFifo c) => (c.Path, c.Mode), (pid, path, mode) => new(pid, path, mode)),
        Row("symlink", Returns, (Terms.Path, Terms.Path),
            (Call.SymLink c) => (c.Target, c.Path), (pid, target, path) => new(pid, target, path)),
        Row("link", Returns, (Terms.Path, Terms.Path),
            (Call.Link c) => (c.Path, c.NewPath), (pid, path, newPath) => new(pid, path, newPath)),
        Row("unlink", Returns, Terms.Path, (Call.Unlink c) => c.Path, (pid, path) => new(pid, path)),
        Row("rmdir", Returns, Terms.Path, (Call.RmDir c) => c.Path, (pid, path) => new(pid, path)),
        Row("rename", Returns, (Terms.Path, Terms.Path),
            (Call.Rename c) => (c.Path, c.NewPath), (pid, path, newPath) => new(pid, path, newPath)),
        Row("chmod", Returns, (Terms.Path, Terms.Mode),
            (Call.ChMod c) => (c.Path, c.Mode), (pid, path, mode) => new(pid, path, mode)),
        Row("chown", Returns, (Terms.Path, Terms.Uid, Terms.Gid),
            (Call.ChOwn c) => (c.Path, c.Uid, c.Gid), (pid, path, uid, gid) => new(pid, path, uid, gid)),
        Row("chdir", Returns, Terms.Path, (Call.ChDir c) => c.Path, (pid, path) => new(pid, path)),
        Row("fchdir", Returns, Terms.Fd, (Call.FChDir c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("chroot", Returns, Terms.Path, (Call.ChRoot c) => c.Path, (pid, path) => new(pid, path)),
        Row("mount", Returns, (new Quoted("a file system type"), Terms.Path),
            (Call.Mount c) => (c.Type, c.Path), (pid, type, path) => new(pid, type, path)),
        Row("unmount", Returns, Terms.Path, (Call.Unmount c) => c.Path, (pid, path) => new(pid, path)),
        Row("quotactl", Returns, (Terms.Path, Terms.Quota, Terms.Uid, new Number("a limit")),
            (Call.QuotaCtl c) => (c.Path, c.Command, c.Uid, c.Limit),
            (pid, path, command, uid, limit) => new(pid, path, command, uid, limit)),
        Row("umask", Returns, Terms.Mode, (Call.UMask c) => c.Mask, (pid, mask) => new(pid, mask)),
    ];
}
