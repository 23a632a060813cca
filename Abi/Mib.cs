namespace Verify.Abi;

/// <summary>Names of sysctl variables.</summary>
public static class Mib
{
    private static readonly string[] PortNames =
    [
        "net.inet.ip.portrange.first", "net.inet.ip.portrange.last",
        "net.inet.ip.portrange.hifirst", "net.inet.ip.portrange.hilast",
        "net.inet.ip.portrange.lowfirst", "net.inet.ip.portrange.lowlast",
    ];

    /// <summary>The variable's full name.</summary>
    public static string NameOf(PortVariable variable) => PortNames[(int)variable];

    /// <summary>The variable of that full name, if there is one.</summary>
    public static bool TryFind(string name, out PortVariable variable)
    {
        int index = Array.IndexOf(PortNames, name);
        variable = (PortVariable)index;
        return index >= 0;
    }
}
