using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Goals;

/// <summary>A prisoner's root and current directory move only to places beneath the prison's root (G4, J8).</summary>
internal static class PlaceGoal
{
    public static string? Check(State before, Call call, Process was, State after, in ProcessEntry entry)
    {
        return entry.Prison is not null
            && after.FindProcess(entry.Pid)?.Prison is { } prison
            && (Escape(was.Root, entry.Root, prison) ?? Escape(was.Directory, entry.Directory, prison))
                is { } directory
            ? $"G4: process {entry.Pid} in a prison goes to directory {directory}, which is outside"
            : null;

        // A current directory that jail left outside is still outside after a mount over it.
        int? Escape(Vnode from, int to, Prison prison) =>
            to == from.Number
            || after.HasNumber(prison, to)
            || (call is Call.Mount && !before.Tree.IsBeneath(from, prison.Root))
                ? null
                : to;
    }
}
