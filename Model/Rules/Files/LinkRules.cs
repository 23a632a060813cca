using Verify.Abi;

namespace Verify.Model;

/// <summary>link(2): one more name for a file.</summary>
internal static class LinkRules
{
    public static Verdict Link(ref Hearing hearing, Process caller, Call.Link call)
    {
        if (Lookup.WhyNone(ref hearing, caller, call.Path, out Node node) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (node.IsDirectory)
        {
            return hearing.Fails(Errno.EPERM, Rule.LinkDirectory);
        }

        if (MakingRules.WhyNoFreePlace(ref hearing, caller, call.NewPath, isDirectory: false, out Place place)
            is { } noPlace)
        {
            return hearing.Fails(noPlace);
        }

        return node.Vnode.FileSystem != place.Parent!.Vnode.FileSystem
            ? hearing.Fails(Errno.EXDEV, Rule.LinkElsewhere)
            : hearing.Changes(
                hearing.State.Tree.Named(place.Parent.Vnode, place.Name, node.Vnode), Rule.LinkMade);
    }
}
