using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A group that this host is a member of on one interface: FreeBSD's struct in_multi.</summary>
internal sealed class HostGroup : ZoneItem
{
    private Links<HostGroup> _links;

    /// <summary>A multicast address.</summary>
    public Ipv4 Address { get; set; }

    /// <summary>The index of the interface.</summary>
    public int Interface { get; set; }

    /// <summary>The memberships of sockets; the host leaves the group with the last one.</summary>
    public int Members { get; set; }

    /// <summary>The group joined before it.</summary>
    public HostGroup? Next => _links.Next;

    internal override void Clear()
    {
        Address = default;
        Interface = 0;
        Members = 0;
    }

    internal readonly struct OfHost : ILinksOf<HostGroup>
    {
        public static ref Links<HostGroup> Of(HostGroup item) => ref item._links;
    }
}
