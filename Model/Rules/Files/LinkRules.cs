using Verify.Abi;

namespace Verify.Model;

/// <summary>link(2): one more name for a file (kern/vfs_syscalls.c:link, ufs/ufs/ufs_vnops.c:ufs_link).</summary>
internal static class LinkRules
{
    public static readonly Rule LinkDirectory = new(
        "J8.link-directory", "link to a directory fails with EPERM.", "kern/vfs_syscalls.c:link");
    public static readonly Rule LinkElsewhere = new(
        "J8.link-elsewhere", "link across file systems fails with EXDEV.", "ufs/ufs/ufs_vnops.c:ufs_link");
    public static readonly Rule LinkMade = new(
        "J8.link", "link gives a file one more name.", "ufs/ufs/ufs_vnops.c:ufs_link");

    public static Verdict Link(ref Hearing hearing, Process caller, Call.Link call)
    {
        Place place = default;
        Denial? denial =
            Lookup.WhyNone(ref hearing, caller, call.Path, out Node node) is { } absent ? absent
            : node.IsDirectory ? new Denial(Errno.EPERM, LinkDirectory)
            : MakingRules.WhyTaken(ref hearing, caller, call.NewPath, isDirectory: false, out place) is { } taken
                ? taken
            : node.Vnode.FileSystem != place.Parent!.Vnode.FileSystem ? new Denial(Errno.EXDEV, LinkElsewhere)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(
                hearing.State.Tree.Named(place.Parent!.Vnode, place.Name, node.Vnode), LinkMade);
    }
}
