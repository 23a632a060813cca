using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// A process changes its effective user or group id only by its own call, and only to the id in that call; without
/// privilege, only to an id that it already has. A child has its parent's ids (J4).
/// </summary>
internal static class IdentityGoal
{
    public static string? Check(Process caller, Call call, Process was, in ProcessEntry entry)
    {
        bool isOwn = entry.Pid == caller.Pid;
        return entry.Uid != was.Uid
                && !(isOwn && UserOf(call) == entry.Uid && Has(caller, caller.User, entry.Uid))
                ? $"J4: process {entry.Pid} becomes user {entry.Uid} by {call}"
            : entry.Gid != was.Gid
                && !(isOwn && GroupOf(call) == entry.Gid && Has(caller, caller.Group, entry.Gid))
                ? $"J4: process {entry.Pid} becomes group {entry.Gid} by {call}"
            : null;
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
