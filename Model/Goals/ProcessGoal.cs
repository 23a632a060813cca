using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>Prisoners and their children stay in their prison and terminate no process outside it (G4, J6).</summary>
internal static class ProcessGoal
{
    /// <summary>Checks where a process is that was in a prison, or whose parent was.</summary>
    public static string? Check(Process was, in ProcessEntry entry) =>
        was.Prison is { } prison && entry.Prison != prison.Address
            ? $"G4: process {entry.Pid} is no longer in prison {prison.Address}"
            : null;

    /// <summary>Checks which processes a call has ended.</summary>
    public static string? Check(State before, Process caller, Call call, ReadOnlySpan<ProcessEntry> seen) =>
        caller.Prison is { } own && call is Call.Kill or Call.Exit ? Ended(before, caller, own, seen) : null;

    private static string? Ended(State before, Process caller, Prison prison, ReadOnlySpan<ProcessEntry> seen)
    {
        foreach (Process process in before.Processes)
        {
            // A process whose sending fails with EPIPE ends by its own signal.
            if (process.Prison?.Id != prison.Id && !Contains(seen, process.Pid)
                && process.Sleep is not { Awaits: SleepReason.Room })
            {
                return $"G4: process {caller.Pid} in a prison ends process {process.Pid}";
            }
        }

        return null;
    }

    private static bool Contains(ReadOnlySpan<ProcessEntry> seen, int pid)
    {
        foreach (ref readonly ProcessEntry entry in seen)
        {
            if (entry.Pid == pid)
            {
                return true;
            }
        }

        return false;
    }
}
