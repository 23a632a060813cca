using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Identity;

/// <summary>A prison (J1): FreeBSD's struct prison. It lives as long as anything refers to it.</summary>
internal sealed class Prison : ZoneItem
{
    /// <summary>Processes and sockets in it.</summary>
    public int References { get; set; }

    /// <summary>The one address that it has (J2).</summary>
    public Ipv4 Address { get; set; }

    /// <summary>Its own kern.hostname (J5).</summary>
    public string Hostname { get; set; } = "";

    /// <summary>The directory that its processes stay beneath (J8, G4); null until jail(2) has found it.</summary>
    public Node? Root { get; set; }

    internal override void Clear()
    {
        References = 0;
        Address = default;
        Hostname = "";
        Root = null;
    }
}
