using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>The current values of net.inet.ip.portrange.* (P2).</summary>
internal sealed class PortVariables
{
    public PortVariables(World world)
    {
        foreach (PortSetting setting in world.Settings)
        {
            Ranges = Ranges.With(setting.Variable, setting.Value);
        }
    }

    public PortRanges Ranges { get; set; } = PortRanges.Default;
}
