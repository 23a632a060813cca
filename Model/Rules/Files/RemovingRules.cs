using Verify.Abi;

namespace Verify.Model;

/// <summary>Which names can be taken away: unlink(2), rmdir(2), and both names of rename(2).</summary>
internal static class RemovingRules
{
    public static Verdict Unlink(ref Hearing hearing, Process caller, string? path) =>
        WhyNoName(ref hearing, caller, path, out Place place) is { } denial ? hearing.Fails(denial)
        : place.Node!.IsDirectory ? hearing.Fails(Errno.EPERM, Rule.UnlinkDirectory)
        : hearing.Changes(Without(hearing.State.Tree, place), Rule.UnlinkRemoves);

    public static Verdict RmDir(ref Hearing hearing, Process caller, string? path) =>
        WhyNoName(ref hearing, caller, path, out Place place) is { } denial ? hearing.Fails(denial)
        : !place.Node!.IsDirectory ? hearing.Fails(Errno.ENOTDIR, Rule.RmDirNotDirectory)
        : place.Node.Vnode.IsRootOfFileSystem ? hearing.Fails(Errno.EBUSY, Rule.RmDirMount)
        : !place.Node.Entries.IsEmpty ? hearing.Fails(Errno.ENOTEMPTY, Rule.RmDirNotEmpty)
        : hearing.Changes(Without(hearing.State.Tree, place), Rule.RmDirRemoves);

    /// <summary>Why a path names nothing that can be taken away; else the place. A last link is not followed.</summary>
    public static Denial? WhyNoName(ref Hearing hearing, Process caller, string? path, out Place place) =>
        Lookup.WhyNoPlace(ref hearing, caller, path, false, out place)
        ?? MakingRules.WhyNoPart(place)
        ?? (place.Node is null
            ? new Denial(Errno.ENOENT, Rule.PathAbsent)
            : WhyUnremovable(ref hearing, caller, place));

    /// <summary>Why what is at a place has to stay.</summary>
    public static Denial? WhyUnremovable(ref Hearing hearing, Process caller, Place place) =>
        place.Name is "." or ".." ? new Denial(Errno.EINVAL, Rule.RemoveDot)
        : MakingRules.WhyUnchangeable(ref hearing, caller, place.Parent!)
        ?? (IsProtected(ref hearing, caller, place) ? new Denial(Errno.EPERM, Rule.RemoveSticky) : null);

    /// <summary>The tree without a name.</summary>
    public static FileTree Without(FileTree tree, Place place) => tree.Unnamed(place.Parent!.Vnode, place.Name);

    /// <summary>In a sticky directory only its owner and the node's may.</summary>
    private static bool IsProtected(ref Hearing hearing, Process caller, Place place) =>
        (place.Parent!.Mode & FileModes.Sticky) != 0
        && caller.Uid != place.Parent.Uid
        && caller.Uid != place.Node!.Uid
        && !hearing.Grants(caller, Privilege.OverrideSticky);
}
