using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// A process changes its effective user or group id only by its own call, and only to the id in that call; without
/// privilege, only to an id that it already has. A child has its parent's ids (J4).
/// </summary>
internal static class IdentityGoal
{
    public static string? Check(State before, Call call, ReadOnlySpan<ProcessEntry> seen)
    {
        if (call is not Call.ByProcess { Pid: var pid } || before.FindProcess(pid) is not { } caller)
        {
            return null;
        }

        foreach (ref readonly ProcessEntry entry in seen)
        {
            // A process that did not exist before is the caller's child.
            Process was = before.FindProcess(entry.Pid) ?? caller;
            bool isOwn = entry.Pid == pid;
            if (entry.Uid != was.Uid && !(isOwn && UserOf(call) == entry.Uid && Has(caller, caller.User, entry.Uid)))
            {
                return $"J4: process {entry.Pid} becomes user {entry.Uid} by {call}";
            }

            if (entry.Gid != was.Gid
                && !(isOwn && GroupOf(call) == entry.Gid && Has(caller, caller.Group, entry.Gid)))
            {
                return $"J4: process {entry.Pid} becomes group {entry.Gid} by {call}";
            }
        }

        return null;
    }

    private static bool Has(Process caller, Ids ids, int id) =>
        caller.IsSuperuser || id == ids.Real || id == ids.Effective || id == ids.Saved;

    private static int? UserOf(Call call) => call switch
    {
        Call.SetUid set => set.Uid,
        Call.SetEUid set => set.Uid,
        Call.SetReUid set => set.Effective,
        _ => null,
    };

    private static int? GroupOf(Call call) => call switch
    {
        Call.SetGid set => set.Gid,
        Call.SetEGid set => set.Gid,
        Call.SetReGid set => set.Effective,
        Call.SetGroups { Groups: { Count: > 0 } groups } => groups[0],
        _ => null,
    };
}
