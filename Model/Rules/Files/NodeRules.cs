using Verify.Abi;

namespace Verify.Model;

/// <summary>mkdir(2), mknod(2) and symlink(2).</summary>
internal static class NodeRules
{
    public static Verdict MkDir(ref Hearing hearing, Process caller, Call.MkDir call)
    {
        if ((MakingRules.WhyNoFreePlace(ref hearing, caller, call.Path, isDirectory: true, out Place place)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        int mode = FileModes.Directory | call.Mode & FileModes.Access & ~caller.Umask;
        FileTree tree = hearing.State.Tree;
        return hearing.Changes(
            MakingRules.Made(tree, place, MakingRules.New(tree, caller, place, mode)), Rule.MkDirMakes);
    }

    public static Verdict MkNod(ref Hearing hearing, Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        if (!hearing.Grants(caller, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo))
        {
            return hearing.Fails(Errno.EPERM, isDevice ? Rule.DeviceDenied : Rule.FifoDenied);
        }

        if (MakingRules.WhyNoFreePlace(ref hearing, caller, call.Path, isDirectory: false, out Place place)
            is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (!isDevice && type != FileModes.Fifo)
        {
            return hearing.Fails(Errno.EINVAL, Rule.MkNodType);
        }

        if (MakingRules.WhyNoRoom(ref hearing, caller, place) is { } noRoom)
        {
            return hearing.Fails(noRoom);
        }

        FileTree tree = hearing.State.Tree;
        Node node = MakingRules.New(
            tree, caller, place, type | MakingRules.ModeFor(ref hearing, caller, place, call.Mode));
        return hearing.Changes(
            MakingRules.Made(tree, place, node with { Device = isDevice ? call.Device : 0 }),
            isDevice ? Rule.DeviceMade : Rule.FifoMade);
    }

    public static Verdict SymLink(ref Hearing hearing, Process caller, Call.SymLink call)
    {
        if (WhyNoTarget(call.Target) is { } noTarget)
        {
            return hearing.Fails(noTarget);
        }

        if ((MakingRules.WhyNoFreePlace(ref hearing, caller, call.Path, isDirectory: false, out Place place)
            ?? MakingRules.WhyNoRoom(ref hearing, caller, place)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        FileTree tree = hearing.State.Tree;
        int mode = FileModes.SymbolicLink | FileModes.Access & ~caller.Umask;
        Node node = MakingRules.New(tree, caller, place, mode) with { Target = call.Target! };
        return hearing.Changes(MakingRules.Made(tree, place, node), Rule.SymLinkMade);
    }

    private static Denial? WhyNoTarget(string? target) =>
        target is null ? new Denial(Errno.EFAULT, Rule.SymLinkTargetNull)
        : target.Length > Lookup.MaxPath ? new Denial(Errno.ENAMETOOLONG, Rule.SymLinkTargetLong)
        : null;
}
