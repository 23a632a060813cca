namespace Verify.Abi.Text;

/// <summary>The names of the port ranges' variables, with which a trace may begin.</summary>
internal static class PortNames
{
    /// <summary>The variable's full name.</summary>
    public static string Of(PortVariable variable) =>
        $"net.inet.ip.portrange.{variable.ToString().ToLowerInvariant()}";
}
