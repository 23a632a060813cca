using Verify.Abi;

namespace Verify.Model;

/// <summary>mkdir(2), mknod(2), mkfifo(2) and symlink(2), each with its errors in the order in which they win.</summary>
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
    public static Verdict MkDir(ref Hearing hearing, Process caller, Call.MkDir call)
    {
        if ((MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: true, out Place place)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        int mode = FileModes.Directory | call.Mode & FileModes.Access & ~caller.Umask;
        FileTree tree = hearing.State.Tree;
        return hearing.Changes(
            MakingRules.Made(tree, place, MakingRules.New(tree, caller, place, mode)), MkDirMakes);
    }

    /// <summary>kern/vfs_syscalls.c:mknod.</summary>
    public static Verdict MkNod(ref Hearing hearing, Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        Place place = default;
        Denial? denial =
            !hearing.Grants(caller, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo)
                ? new Denial(Errno.EPERM, isDevice ? DeviceDenied : MkNodDenied)
            : MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out place) is { } taken ? taken
            : !isDevice && type is not (FileModes.Bad or FileModes.Whiteout)
                ? new Denial(Errno.EINVAL, MkNodType)
            : type == FileModes.Whiteout ? null
            : MakingRules.WhyNoRoom(ref hearing, caller, place);
        return denial is { } why ? hearing.Fails(why)
            : type == FileModes.Whiteout ? hearing.Must(Outcome.Ok, hearing.State, WhiteoutMade)
            : hearing.Changes(
                Made(ref hearing, caller, place, type | call.Mode & FileModes.All, call.Device),
                isDevice ? DeviceMade : BadNodeMade);
    }

    /// <summary>kern/vfs_syscalls.c:mkfifo, which asks for no privilege.</summary>
    public static Verdict MkFifo(ref Hearing hearing, Process caller, Call.MkFifo call) =>
        (MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out Place place)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial
            ? hearing.Fails(denial)
            : hearing.Changes(
                Made(ref hearing, caller, place, FileModes.Fifo | call.Mode & FileModes.All, 0), FifoMade);

    /// <summary>kern/vfs_syscalls.c:symlink.</summary>
    public static Verdict SymLink(ref Hearing hearing, Process caller, Call.SymLink call)
    {
        Place place = default;
        Denial? denial =
            call.Target is null ? new Denial(Errno.EFAULT, SymLinkTargetNull)
            : call.Target.Length > Lookup.MaxPath ? new Denial(Errno.ENAMETOOLONG, SymLinkTargetLong)
            : MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out place) is { } taken ? taken
            : MakingRules.WhyNoRoom(ref hearing, caller, place);
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        FileTree tree = hearing.State.Tree;
        int mode = FileModes.SymbolicLink | FileModes.Access & ~caller.Umask;
        Node node = MakingRules.New(tree, caller, place, mode) with { Target = call.Target! };
        return hearing.Changes(MakingRules.Made(tree, place, node), SymLinkMade);
    }

    private static FileTree Made(ref Hearing hearing, Process caller, Place place, int mode, int device)
    {
        FileTree tree = hearing.State.Tree;
        int kept = mode & FileModes.TypeMask | MakingRules.ModeFor(ref hearing, caller, place, mode);
        return MakingRules.Made(tree, place, MakingRules.New(tree, caller, place, kept) with { Device = device });
    }
}
