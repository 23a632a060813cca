using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sysctl;

/// <summary>The six variables of the port ranges: their values at boot and after a write (P2).</summary>
internal static class PortVariableRules
{
    /// <summary>By <see cref="PortVariable"/>.</summary>
    public static readonly ImmutableArray<int> Defaults = [1024, 5000, 49152, 65535, 1023, 600];

    /// <summary>Writes one variable and clamps all six.</summary>
    public static State Write(State state, PortSetting setting)
    {
        var variables = state.PortVariables.ToBuilder();
        variables[(int)setting.Variable] = setting.Value;
        for (int variable = 0; variable < variables.Count; variable++)
        {
            variables[variable] = Limited(variables[variable], variable);
        }

        return state with { Host = state.Host with { PortVariables = variables.MoveToImmutable() } };
    }

    private static int Limited(int value, int variable) =>
        (PortVariable)variable is PortVariable.LowFirst or PortVariable.LowLast
            ? Math.Clamp(value, 1, 1023)
            : Math.Clamp(value, 1024, 65535);
}
