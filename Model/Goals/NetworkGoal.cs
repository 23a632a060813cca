using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>Nobody but the superuser outside prisons changes interfaces or routes (J4).</summary>
internal static class NetworkGoal
{
    /// <summary>Checks the effect of a call.</summary>
    public static string? Check(State before, Call call, State after) =>
        ReferenceEquals(before.Network, after.Network) || before.Network.Equals(after.Network) ? null
        : call is not Call.ByProcess { Pid: var pid } || before.FindProcess(pid) is not { } caller
            ? $"J4: the network changes by {call}"
        : caller is { IsSuperuser: true, Prison: null } ? null
        : $"J4: process {pid} changes the network by {call}";
}
