using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>A prison (J1): FreeBSD's struct prison. It exists as long as it is referenced.</summary>
internal sealed class Prison : ZoneItem
{
    /// <summary>The number of processes and sockets in the prison.</summary>
    public int References { get; set; }

    /// <summary>Its only address (J2).</summary>
    public Ipv4 Address { get; set; }

    /// <summary>Its kern.hostname (J5).</summary>
    public string Hostname { get; set; } = "";

    /// <summary>The directory that confines its processes (J8, G4); null until jail(2) has looked it up.</summary>
    public Node? Root { get; set; }

    internal override void Clear()
    {
        References = 0;
        Address = default;
        Hostname = "";
        Root = null;
    }
}
