using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>
/// A user other than the superuser changes the mode of its own files only, never gives a file away or into a group that
/// it is not in, and owns what it creates (J4).
/// </summary>
internal static class OwnershipGoal
{
    public static string? Check(State before, Call.OnPath call, State after)
    {
        if (ReferenceEquals(before.Tree, after.Tree)
            || before.FindProcess(call.Pid) is not { IsSuperuser: false } caller)
        {
            return null;
        }

        foreach (Node node in after.Tree.Nodes.Values)
        {
            bool isKept = before.Tree.Nodes.TryGetValue(node.Vnode.Number, out Node? was)
                ? ReferenceEquals(node, was) || IsAllowed(caller, was, node)
                : node.Uid == caller.Uid;
            if (!isKept)
            {
                return $"J4: process {call.Pid} of user {caller.Uid} makes of node {node.Vnode.Number} one of"
                    + $" user {node.Uid}, group {node.Gid} with another mode or owner";
            }
        }

        return null;
    }

    private static bool IsAllowed(Process caller, Node was, Node node) =>
        (was.Mode, was.Uid, was.Gid) == (node.Mode, node.Uid, node.Gid)
        || (was.Uid == caller.Uid && node.Uid == was.Uid && (node.Gid == was.Gid || caller.IsIn(node.Gid)));
}
