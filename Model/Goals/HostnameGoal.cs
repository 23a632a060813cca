using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>A prisoner changes no hostname but its prison's (G4, J5).</summary>
internal static class HostnameGoal
{
    public static string? Check(State before, Call.SysctlWriteText call, State after)
    {
        if (before.FindProcess(call.Pid) is not { Prison: { } prison })
        {
            return null;
        }

        if (after.Host.Hostname != before.Host.Hostname)
        {
            return $"G4: process {call.Pid} in a prison sets the host's hostname";
        }

        foreach (Process other in after.Processes)
        {
            if (other.Prison is { } its && its.Id != prison.Id
                && before.FindProcess(other.Pid)?.Prison?.Hostname != its.Hostname)
            {
                return $"G4: process {call.Pid} in a prison sets the hostname of process {other.Pid}";
            }
        }

        return null;
    }
}
