using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>A prisoner's call on a process outside its prison does not succeed (G4, J6).</summary>
internal static class OthersGoal
{
    /// <summary>Checks a prisoner's successful call.</summary>
    public static string? Check(State state, Process caller, Prison prison, Call call)
    {
        int target = call switch
        {
            Call.GetPriority { Which: not PriorityOf.PRIO_PROCESS } => 0,
            Call.SetPriority { Which: not PriorityOf.PRIO_PROCESS } => 0,
            Call.OnProcess onProcess => onProcess.Target,
            _ => 0,
        };
        return target > 0 && state.FindProcess(target)?.Prison?.Id != prison.Id
            ? $"G4: process {caller.Pid} in a prison reaches process {target} with {call}"
            : null;
    }
}
