using System.Collections.Immutable;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>References to nodes other than names: descriptors, root and current directories, prisons.</summary>
internal static class NodeReferences
{
    /// <summary>The state without the nameless nodes that are no longer referred to (G7).</summary>
    public static State Reclaimed(this State state)
    {
        ImmutableArray<Vnode> nameless = state.Tree.Nameless;
        if (nameless.IsEmpty)
        {
            return state;
        }

        FileTree tree = state.Tree;
        foreach (Vnode vnode in nameless)
        {
            tree = state.Any(reference => reference == vnode) || tree.Uncovered(vnode) != vnode
                ? tree
                : tree.Without(vnode);
        }

        return ReferenceEquals(tree, state.Tree) ? state : state with { Tree = tree };
    }

    /// <summary>
    /// True if a file system cannot be unmounted: something refers to a node of it or is mounted on one, or it has the
    /// system's root.
    /// </summary>
    public static bool IsInUse(this State state, int fileSystem) =>
        state.Tree.Root.FileSystem == fileSystem
        || state.Any(reference => reference.FileSystem == fileSystem)
        || state.Tree.FileSystems.Any(other => other.Covered?.FileSystem == fileSystem);

    private static bool Any(this State state, Func<Vnode, bool> isMeant) =>
        state.Processes.Any(process =>
            isMeant(process.Root)
            || isMeant(process.Directory)
            || process.Files.Any(file => file.IsNode && isMeant(file.Node)))
        || state.Sockets.Any(socket => socket.End?.Node is { } node && isMeant(node))
        || state.Passes(file => file.IsNode && isMeant(file.Node))
        || state.Prisons.Any(prison => isMeant(prison.Root));
}
