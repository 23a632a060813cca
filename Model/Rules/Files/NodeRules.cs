using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>mkdir(2), mknod(2), mkfifo(2) and symlink(2), errors in order of precedence.</summary>
internal static class NodeRules
{
    public static readonly Rule MkDirMakes = new(
        "J8.mkdir", "mkdir creates an empty directory, owned by the caller, with the group of its parent.",
        "ufs/ufs/ufs_vnops.c:ufs_mkdir");
    public static readonly Rule MkNodDenied = new(
        "J4.mknod-denied",
        "mknod of a node other than a device fails with EPERM for all but the superuser, who may do it in a "
        + "prison too.",
        "kern/vfs_syscalls.c:mknod");
    public static readonly Rule DeviceDenied = new(
        "J4.device-denied", "mknod of a device fails with EPERM for all but the superuser outside any prison.",
        "kern/vfs_syscalls.c:mknod");
    public static readonly Rule MkNodType = new(
        "J4.mknod-type", "mknod of a node that is neither a device, a bad node nor a whiteout fails with EINVAL.",
        "kern/vfs_syscalls.c:mknod");
    public static readonly Rule FifoMade = new(
        "J4.fifo-made", "mkfifo creates a FIFO and needs no privilege.", "kern/vfs_syscalls.c:mkfifo");
    public static readonly Rule DeviceMade = new(
        "J4.device-made", "mknod by the superuser outside any prison creates a device.", "kern/vfs_syscalls.c:mknod");
    public static readonly Rule BadNodeMade = new(
        "J4.bad-node-made", "mknod by the superuser, also in a prison, creates a bad node.",
        "kern/vfs_syscalls.c:mknod");
    public static readonly Rule WhiteoutMade = new(
        "J8.whiteout-made", "mknod of a whiteout creates nothing that a lookup or a listing shows.",
        "kern/vfs_syscalls.c:mknod");
    public static readonly Rule SymLinkTargetNull = new(
        "J8.symlink-null", "symlink fails with EFAULT if the target is a null pointer.", "kern/vfs_syscalls.c:symlink");
    public static readonly Rule SymLinkTargetLong = new(
        "J8.symlink-long", "symlink with a target of more than 1023 characters fails with ENAMETOOLONG.",
        "kern/vfs_syscalls.c:symlink");
    public static readonly Rule SymLinkMade = new(
        "J8.symlink", "symlink creates a symbolic link to any target, existing or not.", "kern/vfs_syscalls.c:symlink");

    /// <summary>kern/vfs_syscalls.c:mkdir, ufs/ufs/ufs_vnops.c:ufs_mkdir.</summary>
    public static Verdict MkDir(ref CallCheck check, Process caller, Call.MkDir call)
    {
        if ((MakingRules.NameDenial(ref check, caller, call.Path, isDirectory: true, out LookupResult found)
            ?? MakingRules.RoomDenial(ref check, caller, found)) is { } denial)
        {
            return check.Fails(denial);
        }

        int mode = FileModes.Directory | call.Mode & FileModes.Access & ~caller.Umask;
        FileTree tree = check.State.Tree;
        return check.Changes(
            MakingRules.Made(tree, found, MakingRules.New(tree, caller, found, mode)), MkDirMakes);
    }

    /// <summary>kern/vfs_syscalls.c:mknod.</summary>
    public static Verdict MkNod(ref CallCheck check, Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        LookupResult found = default;
        Denial? denial =
            !check.Grants(caller, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo)
                ? new Denial(Errno.EPERM, isDevice ? DeviceDenied : MkNodDenied)
            : MakingRules.NameDenial(ref check, caller, call.Path, isDirectory: false, out found) is { } taken ? taken
            : !isDevice && type is not (FileModes.Bad or FileModes.Whiteout)
                ? new Denial(Errno.EINVAL, MkNodType)
            : type == FileModes.Whiteout ? null
            : MakingRules.RoomDenial(ref check, caller, found);
        return denial is { } why ? check.Fails(why)
            : type == FileModes.Whiteout ? check.Must(Outcome.Ok, check.State, WhiteoutMade)
            : check.Changes(
                Made(ref check, caller, found, type | call.Mode & FileModes.All, call.Device),
                isDevice ? DeviceMade : BadNodeMade);
    }

    /// <summary>kern/vfs_syscalls.c:mkfifo, which needs no privilege.</summary>
    public static Verdict MkFifo(ref CallCheck check, Process caller, Call.MkFifo call) =>
        (MakingRules.NameDenial(ref check, caller, call.Path, isDirectory: false, out LookupResult found)
            ?? MakingRules.RoomDenial(ref check, caller, found)) is { } denial
            ? check.Fails(denial)
            : check.Changes(
                Made(ref check, caller, found, FileModes.Fifo | call.Mode & FileModes.All, 0), FifoMade);

    /// <summary>kern/vfs_syscalls.c:symlink.</summary>
    public static Verdict SymLink(ref CallCheck check, Process caller, Call.SymLink call)
    {
        LookupResult found = default;
        Denial? denial =
            call.Target is null ? new Denial(Errno.EFAULT, SymLinkTargetNull)
            : call.Target.Length > LookupRules.MaxPath ? new Denial(Errno.ENAMETOOLONG, SymLinkTargetLong)
            : MakingRules.NameDenial(ref check, caller, call.Path, isDirectory: false, out found) is { } taken ? taken
            : MakingRules.RoomDenial(ref check, caller, found);
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        FileTree tree = check.State.Tree;
        int mode = FileModes.SymbolicLink | FileModes.Access & ~caller.Umask;
        Node node = MakingRules.New(tree, caller, found, mode) with { Target = call.Target! };
        return check.Changes(MakingRules.Made(tree, found, node), SymLinkMade);
    }

    private static FileTree Made(ref CallCheck check, Process caller, LookupResult found, int mode, int device)
    {
        FileTree tree = check.State.Tree;
        int kept = mode & FileModes.TypeMask | MakingRules.ModeFor(ref check, caller, found, mode);
        return MakingRules.Made(tree, found, MakingRules.New(tree, caller, found, kept) with { Device = device });
    }
}
