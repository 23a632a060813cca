using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>
/// Finds what lies beneath a directory, across mounts, by the inode number that stat(2) and ps(1) show.
/// </summary>
internal static class Reach
{
    /// <summary>
    /// The directory of a process on a procfs has a multiple of this as its number; its files follow.
    /// </summary>
    private const int Spacing = 16;

    /// <summary>True for a directory that lies beneath a root, and for a file with a name in one that does.</summary>
    public static bool Has(this FileTree tree, Vnode root, Vnode vnode)
    {
        if (vnode.IsOfProcess)
        {
            return tree.IsBeneath(vnode with { Number = vnode.Number / Spacing * Spacing }, root);
        }

        if (tree[vnode].IsDirectory)
        {
            return tree.IsBeneath(vnode, root);
        }

        foreach (Node directory in tree.Nodes.Values)
        {
            if (directory.Entries.ContainsValue(vnode) && tree.IsBeneath(directory.Vnode, root))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True if a node with the number lies beneath a prison's root, or belongs to a process of the prison.
    /// </summary>
    public static bool HasNumber(this State state, Prison prison, int number) =>
        state.HasNumber(prison.Root, prison, number);

    /// <summary>
    /// True if a node with the number lies beneath a root directory, or on a procfs there belongs to a process that the
    /// host, or the prison, sees.
    /// </summary>
    public static bool HasNumber(this State state, Vnode root, Prison? prison, int number)
    {
        if (root.IsOfProcess)
        {
            // The directory of a process contains only its files.
            return !root.IsDead && number / Spacing == root.Number / Spacing;
        }

        if (state.Tree.Nodes.TryGetValue(number, out Node? node) && state.Tree.Has(root, node.Vnode))
        {
            return true;
        }

        if (state.FindProcess(number / Spacing - 1) is not { } process
            || (prison is not null && process.Prison?.Id != prison.Id))
        {
            return false;
        }

        foreach (FileSystem fileSystem in state.Tree.FileSystems)
        {
            if (fileSystem.Type == FileSystemType.Procfs && state.Tree.IsBeneath(
                    new Vnode(fileSystem.Root, number / Spacing * Spacing, IsOfProcess: true), root))
            {
                return true;
            }
        }

        return false;
    }
}
