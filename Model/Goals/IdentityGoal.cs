using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// A process changes its user or group id only by its own call, to the id that it asks for, and only the superuser to
/// another one than its own; a child has its parent's (J4).
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
            // Who was not there before is the caller's child.
            Process was = before.FindProcess(entry.Pid) ?? caller;
            bool mayChange = entry.Pid == pid && caller.IsSuperuser;
            if (entry.Uid != was.Uid && !(mayChange && call is Call.SetUid set && set.Uid == entry.Uid))
            {
                return $"J4: process {entry.Pid} becomes user {entry.Uid} by {call}";
            }

            if (entry.Gid != was.Gid && !(mayChange && GroupOf(call) == entry.Gid))
            {
                return $"J4: process {entry.Pid} becomes group {entry.Gid} by {call}";
            }
        }

        return null;
    }

    private static int? GroupOf(Call call) => call switch
    {
        Call.SetGid set => set.Gid,
        Call.SetGroups set => set.Gid,
        _ => null,
    };
}
