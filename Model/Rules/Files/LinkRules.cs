using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>link(2): one more name for a file (kern/vfs_syscalls.c:link, ufs/ufs/ufs_vnops.c:ufs_link).</summary>
internal static class LinkRules
{
    public static readonly Rule LinkDirectory = new(
        "J8.link-directory", "link to a directory fails with EPERM.", "kern/vfs_syscalls.c:link");
    public static readonly Rule LinkElsewhere = new(
        "J8.link-elsewhere", "link across file systems fails with EXDEV.", "ufs/ufs/ufs_vnops.c:ufs_link");
    public static readonly Rule LinkMade = new(
        "J8.link", "link gives a file one more name.", "ufs/ufs/ufs_vnops.c:ufs_link");

    public static Verdict Link(ref CallCheck check, Process caller, Call.Link call)
    {
        LookupResult found = default;
        Denial? denial =
            LookupRules.NodeDenial(ref check, caller, call.Path, out Node node) is { } absent ? absent
            : node.IsDirectory ? new Denial(Errno.EPERM, LinkDirectory)
            : MakingRules.NameDenial(ref check, caller, call.NewPath, isDirectory: false, out found) is { } taken
                ? taken
            : node.Vnode.FileSystem != found.Parent!.Vnode.FileSystem ? new Denial(Errno.EXDEV, LinkElsewhere)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(
                check.State.Tree.Named(found.Parent!.Vnode, found.Name, node.Vnode), LinkMade);
    }
}
