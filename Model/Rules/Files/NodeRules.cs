using Verify.Abi;

namespace Verify.Model;

/// <summary>mkdir(2), mknod(2), mkfifo(2) and symlink(2), each with its errors in the order in which they win.</summary>
internal static class NodeRules
{
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
            MakingRules.Made(tree, place, MakingRules.New(tree, caller, place, mode)), Rule.MkDirMakes);
    }

    /// <summary>kern/vfs_syscalls.c:mknod.</summary>
    public static Verdict MkNod(ref Hearing hearing, Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        Place place = default;
        Denial? denial =
            !hearing.Grants(caller, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo)
                ? new Denial(Errno.EPERM, isDevice ? Rule.DeviceDenied : Rule.MkNodDenied)
            : MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out place) is { } taken ? taken
            : !isDevice && type is not (FileModes.Bad or FileModes.Whiteout)
                ? new Denial(Errno.EINVAL, Rule.MkNodType)
            : type == FileModes.Whiteout ? null
            : MakingRules.WhyNoRoom(ref hearing, caller, place);
        return denial is { } why ? hearing.Fails(why)
            : type == FileModes.Whiteout ? hearing.Must(Outcome.Ok, hearing.State, Rule.WhiteoutMade)
            : hearing.Changes(
                Made(ref hearing, caller, place, type | call.Mode & FileModes.All, call.Device),
                isDevice ? Rule.DeviceMade : Rule.BadNodeMade);
    }

    /// <summary>kern/vfs_syscalls.c:mkfifo, which asks for no privilege.</summary>
    public static Verdict MkFifo(ref Hearing hearing, Process caller, Call.MkFifo call) =>
        (MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out Place place)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial
            ? hearing.Fails(denial)
            : hearing.Changes(
                Made(ref hearing, caller, place, FileModes.Fifo | call.Mode & FileModes.All, 0), Rule.FifoMade);

    /// <summary>kern/vfs_syscalls.c:symlink.</summary>
    public static Verdict SymLink(ref Hearing hearing, Process caller, Call.SymLink call)
    {
        Place place = default;
        Denial? denial =
            call.Target is null ? new Denial(Errno.EFAULT, Rule.SymLinkTargetNull)
            : call.Target.Length > Lookup.MaxPath ? new Denial(Errno.ENAMETOOLONG, Rule.SymLinkTargetLong)
            : MakingRules.WhyTaken(ref hearing, caller, call.Path, isDirectory: false, out place) is { } taken ? taken
            : MakingRules.WhyNoRoom(ref hearing, caller, place);
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        FileTree tree = hearing.State.Tree;
        int mode = FileModes.SymbolicLink | FileModes.Access & ~caller.Umask;
        Node node = MakingRules.New(tree, caller, place, mode) with { Target = call.Target! };
        return hearing.Changes(MakingRules.Made(tree, place, node), Rule.SymLinkMade);
    }

    private static FileTree Made(ref Hearing hearing, Process caller, Place place, int mode, int device)
    {
        FileTree tree = hearing.State.Tree;
        int kept = mode & FileModes.TypeMask | MakingRules.ModeFor(ref hearing, caller, place, mode);
        return MakingRules.Made(tree, place, MakingRules.New(tree, caller, place, kept) with { Device = device });
    }
}
