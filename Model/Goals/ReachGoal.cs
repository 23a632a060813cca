using System.Globalization;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// A prisoner reaches no node outside the prison's root (G4, J8). A file that is already open may be read wherever it
/// is; a directory may not.
/// </summary>
internal static class ReachGoal
{
    /// <summary>Checks a prisoner's successful call by what it returned.</summary>
    public static string? Check(
        State state, Process caller, Prison prison, Call call, in Outcome outcome) => call switch
    {
        Call.Stat => outcome.Text is { } text && NumberIn(text) is var number
            && !state.HasNumber(prison, number)
                ? Outside(caller, $"sees node {number}")
                : null,
        Call.ReadDir read => caller.FileAt(read.Fd) is { IsNode: true } file
            && !state.Tree.Has(prison.Root, file.Node)
                ? Outside(caller, $"lists directory {file.Node.Number}")
                : null,
        _ => null,
    };

    /// <summary>Checks the node that open(2) opened.</summary>
    public static string? Check(State before, Call.Open call, in Outcome outcome, State after) =>
        outcome.Succeeded
        && before.FindProcess(call.Pid) is { Prison: { } prison } caller
        && after.FindProcess(call.Pid)?.FileAt(outcome.Value) is { IsNode: true } file
        && !after.Tree.Has(prison.Root, file.Node)
            ? Outside(caller, $"opens node {file.Node.Number}")
            : null;

    private static string Outside(Process caller, string what) =>
        $"G4: process {caller.Pid} in a prison {what}, which is outside";

    private static int NumberIn(string status) =>
        int.TryParse(status.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;
}
