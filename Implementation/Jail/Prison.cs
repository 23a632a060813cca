using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Jail;

/// <summary>A prison (J1): FreeBSD's struct prison. It lives as long as anything refers to it.</summary>
internal sealed class Prison : ZoneItem
{
    /// <summary>Processes and sockets in it.</summary>
    public int References { get; set; }

    /// <summary>The one address that it has (J2).</summary>
    public Ipv4 Address { get; set; }

    internal override void Clear()
    {
        References = 0;
        Address = default;
    }
}
