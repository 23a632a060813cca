using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Rules.Files;

/// <summary>Where a process may be (G4, J8): beneath its root directory, and that root beneath its prison's.</summary>
internal static class ConfinementRules
{
    /// <summary>True for a directory that the process may start a lookup from.</summary>
    public static bool Holds(State state, Process process, Vnode directory) =>
        state.Tree.IsBeneath(directory, process.Root)
        && (process.Prison is null || state.Tree.IsBeneath(process.Root, process.Prison.Root));
}
