using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>
/// Where the caller is not the superuser, a file's bits decide: the owner's for its owner, else the group's for its
/// group, else those of others (J4). Judged by what came of a call, whatever its path: what was opened or entered, and
/// which directories have other entries than before.
/// </summary>
internal static class ModeGoal
{
    private const int Read = 4;
    private const int Write = 2;
    private const int Search = 1;

    public static string? Check(State before, Call.ByProcess call, in Outcome outcome, State after)
    {
        if (!outcome.Succeeded || before.FindProcess(call.Pid) is not { IsSuperuser: false } caller)
        {
            return null;
        }

        string? broken = call switch
        {
            Call.Open open => Opened(
                before.Tree, caller, open, after.FindProcess(call.Pid)!.FileAt(outcome.Value).Node),
            Call.ChDir or Call.FChDir => Entered(after.Tree, caller, after.FindProcess(call.Pid)!.Directory),
            _ => null,
        };
        return broken ?? (ReferenceEquals(before.Tree, after.Tree) || call is not Call.OnPath
            ? null
            : Changed(before.Tree, caller, after.Tree));
    }

    /// <summary>True where the caller may do all that is wanted: the first class that it belongs to says so.</summary>
    public static bool Allows(Node node, Process caller, int wanted)
    {
        int[] classes = [node.Mode / 64 % 8, node.Mode / 8 % 8, node.Mode % 8];
        bool[] belongs = [caller.Uid == node.Uid, caller.IsIn(node.Gid), true];
        return (classes[Array.IndexOf(belongs, true)] & wanted) == wanted;
    }

    /// <summary>A file that was there before is opened for no more than its bits say.</summary>
    private static string? Opened(FileTree tree, Process caller, Call.Open call, Vnode vnode)
    {
        OpenOptions access = call.Options & OpenOptions.O_ACCMODE;
        int wanted = (access == OpenOptions.O_WRONLY ? 0 : Read) | (access == OpenOptions.O_RDONLY ? 0 : Write);
        return !vnode.IsOfProcess && tree.Nodes.TryGetValue(vnode.Number, out Node? node)
            && !Allows(node, caller, wanted)
                ? $"J4: process {caller.Pid} opens node {vnode.Number} against its mode {Octal(node)}"
                : null;
    }

    private static string? Entered(FileTree tree, Process caller, Vnode vnode) =>
        !vnode.IsOfProcess && tree[vnode] is var directory && !Allows(directory, caller, Search)
            ? $"J4: process {caller.Pid} enters directory {vnode.Number} against its mode {Octal(directory)}"
            : null;

    /// <summary>
    /// Entries come and go only in a directory that may be written and searched, and of a sticky one only those of the
    /// caller's nodes, or in its own directory.
    /// </summary>
    private static string? Changed(FileTree before, Process caller, FileTree after)
    {
        foreach (Node directory in before.Nodes.Values)
        {
            if (!after.Nodes.TryGetValue(directory.Vnode.Number, out Node? now)
                || ReferenceEquals(directory.Entries, now.Entries))
            {
                continue;
            }

            if (!Allows(directory, caller, Write | Search))
            {
                return $"J4: process {caller.Pid} changes directory {directory.Vnode.Number}"
                    + $" against its mode {Octal(directory)}";
            }

            if ((directory.Mode & FileModes.Sticky) != 0 && directory.Uid != caller.Uid
                && Lost(directory, now) is { } lost && before[lost].Uid != caller.Uid)
            {
                return $"J4: process {caller.Pid} takes node {lost.Number} out of a sticky directory";
            }
        }

        return null;
    }

    private static Vnode? Lost(Node before, Node now)
    {
        foreach ((string name, Vnode vnode) in before.Entries)
        {
            if (!now.Entries.TryGetValue(name, out Vnode there) || there != vnode)
            {
                return vnode;
            }
        }

        return null;
    }

    private static string Octal(Node node) => Convert.ToString(node.Mode & FileModes.All, 8);
}
