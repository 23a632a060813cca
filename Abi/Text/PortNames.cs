namespace Verify.Abi.Text;

/// <summary>The names of the port range variables in header lines.</summary>
internal static class PortNames
{
    /// <summary>The variable's full name.</summary>
    public static string Of(PortVariable variable) =>
        $"net.inet.ip.portrange.{variable.ToString().ToLowerInvariant()}";
}
