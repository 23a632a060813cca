using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>
/// For a caller other than the superuser the mode of a file decides: its owner bits for the owner, else its group bits
/// for the group, else its other bits (J4). Checked by the effect of a call, whatever its path: what it opened or
/// entered, and which directories it changed.
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
            Call.ChDir => Entered(after.Tree, caller, after.FindProcess(call.Pid)!.Directory),
            // The open directory decides, not the root of a file system that was mounted on it since it was opened.
            Call.FChDir fchdir => Entered(before.Tree, caller, caller.FileAt(fchdir.Fd).Node),
            _ => null,
        };
        return broken ?? (ReferenceEquals(before.Tree, after.Tree) || call is not Call.OnPath
            ? null
            : Changed(before.Tree, caller, after.Tree));
    }

    /// <summary>True if the first class that the caller belongs to has all the wanted bits.</summary>
    public static bool Allows(Node node, Process caller, int wanted)
    {
        int[] classes = [node.Mode / 64 % 8, node.Mode / 8 % 8, node.Mode % 8];
        bool[] belongs = [caller.Uid == node.Uid, caller.IsIn(node.Gid), true];
        return (classes[Array.IndexOf(belongs, true)] & wanted) == wanted;
    }

    /// <summary>A file that existed before is opened for no more than its mode allows.</summary>
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
    /// Entries change only in a directory that the caller may write and search; entries of a sticky directory disappear
    /// only if the caller owns the directory or the node.
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
