using System.Globalization;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>
/// A user other than the superuser reaches a node only if some path leads to it, from the root or current directory, up
/// or down, through directories that the user may search (J4).
/// </summary>
internal static class SearchGoal
{
    private const int Search = 1;

    public static string? Check(State before, Call.OnPath call, in Outcome outcome, State after)
    {
        if (!outcome.Succeeded || before.FindProcess(call.Pid) is not { IsSuperuser: false } caller
            || Reached(before, call, in outcome, after.FindProcess(call.Pid)!) is not { } number
            || IsFree(before.Tree, caller))
        {
            return null;
        }

        HashSet<int> reachable = Reachable(before.Tree, caller);
        return reachable.Contains(number)
            ? null
            : $"J4: process {call.Pid} reaches node {number} through a directory that it may not search";
    }

    /// <summary>The node that a call has reached; null if it is new, or a procfs is mounted.</summary>
    private static int? Reached(State before, Call.OnPath call, in Outcome outcome, Process after)
    {
        Vnode vnode = call switch
        {
            Call.Open => after.FileAt(outcome.Value).Node,
            Call.ChDir => after.Directory,
            Call.Stat when int.TryParse(
                outcome.Text?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) =>
                new Vnode(0, number),
            _ => default,
        };
        return !vnode.IsOfProcess && before.Tree.Nodes.ContainsKey(vnode.Number) && !HasProcfs(before.Tree)
            ? vnode.Number
            : null;
    }

    private static bool HasProcfs(FileTree tree)
    {
        foreach (FileSystem fileSystem in tree.FileSystems)
        {
            if (fileSystem.Type == FileSystemType.Procfs)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the caller may search every directory, the usual case.</summary>
    private static bool IsFree(FileTree tree, Process caller)
    {
        foreach (Node node in tree.Nodes.Values)
        {
            if (node.IsDirectory && !ModeGoal.Allows(node, caller, Search))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<int> Reachable(FileTree tree, Process caller)
    {
        HashSet<int> reached = [];
        var next = new Stack<Vnode>([caller.Root, caller.Directory]);
        while (next.TryPop(out Vnode vnode))
        {
            if (vnode.IsOfProcess || !reached.Add(vnode.Number)
                || tree[vnode] is not { IsDirectory: true } directory)
            {
                continue;
            }

            if (ModeGoal.Allows(directory, caller, Search))
            {
                foreach (Vnode entry in directory.Entries.Values)
                {
                    next.Push(tree.Uncovered(entry));
                }
            }

            if (Parent(tree, caller, vnode) is { } parent)
            {
                next.Push(tree.Uncovered(parent));
            }
        }

        return reached;
    }

    /// <summary>
    /// Where <c>..</c> leads if the caller may search the directory; at the root of a file system, the covered one.
    /// </summary>
    private static Vnode? Parent(FileTree tree, Process caller, Vnode vnode)
    {
        while (vnode.IsRootOfFileSystem && tree.Above(vnode) is { } covered)
        {
            vnode = covered;
        }

        return ModeGoal.Allows(tree[vnode], caller, Search) ? tree.Above(vnode) : null;
    }
}
