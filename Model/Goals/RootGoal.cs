using System.Globalization;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// No call takes a process out of its root directory, in a prison or not: its root and current directory, and what it
/// opens, lists or stats, lie beneath it (J8).
/// </summary>
internal static class RootGoal
{
    /// <summary>Checks the root and current directories after a call; a mount may move those that it covers.</summary>
    public static string? Check(State before, Call call, State after)
    {
        foreach (Process process in after.Processes)
        {
            if (before.FindProcess(process.Pid) is not { } was
                || was.Root == before.Tree.Root || call is Call.Mount)
            {
                continue;
            }

            if (process.Root != was.Root && !process.Root.IsDead && !after.Tree.IsBeneath(process.Root, was.Root))
            {
                return $"J8: process {process.Pid} gets root {process.Root.Number}, which is outside its root";
            }

            if (process.Directory != was.Directory && !process.Directory.IsDead
                && !after.Tree.IsBeneath(process.Directory, was.Root))
            {
                return $"J8: process {process.Pid} goes to directory {process.Directory.Number}, outside its root";
            }
        }

        return null;
    }

    /// <summary>Checks what one process's call reached.</summary>
    public static string? Check(State before, Call.ByProcess call, in Outcome outcome, State after)
    {
        if (!outcome.Succeeded
            || before.FindProcess(call.Pid) is not { } caller || caller.Root == before.Tree.Root)
        {
            return null;
        }

        bool isInside = call switch
        {
            Call.Open => after.FindProcess(call.Pid)!.FileAt(outcome.Value).Node is var node
                && after.Tree.Has(caller.Root, node),
            Call.ReadDir read => caller.FileAt(read.Fd) is not { IsNode: true } file
                || before.Tree.Has(caller.Root, file.Node),
            Call.Stat => !int.TryParse(
                    outcome.Text?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || before.HasNumber(caller.Root, caller.Prison, number),
            _ => true,
        };
        return isInside ? null : $"J8: process {call.Pid} reaches out of its root directory with {call}";
    }
}
