using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>The multicast groups that sockets of this host have joined, on each interface: in_multihead.</summary>
internal sealed class HostGroups
{
    private IntrusiveList<HostGroup, HostGroup.OfHost> _groups;

    public Zone<HostGroup> Zone { get; } = new("in_multi");

    /// <summary>The group joined last.</summary>
    public HostGroup? First => _groups.First;

    /// <summary>True if a socket of the host has joined the group on an interface.</summary>
    public bool IsJoined(Ipv4 address, int card) => Find(address, card) is not null;

    /// <summary>Counts another socket's membership: in_addmulti.</summary>
    public HostGroup Join(Ipv4 address, int card)
    {
        HostGroup group = Find(address, card) ?? Add(address, card);
        group.Members++;
        return group;
    }

    /// <summary>A socket's membership has ended, and with the last one the host's: in_delmulti.</summary>
    public void Leave(HostGroup group)
    {
        if (--group.Members == 0)
        {
            _groups.Remove(group);
            Zone.Free(group);
        }
    }

    /// <summary>True if the group is linked consistently in the list of all.</summary>
    public bool IsListed(HostGroup group) => _groups.Holds(group);

    private HostGroup? Find(Ipv4 address, int card)
    {
        HostGroup? group = First;
        while (group is not null && (group.Address != address || group.Interface != card))
        {
            group = group.Next;
        }

        return group;
    }

    private HostGroup Add(Ipv4 address, int card)
    {
        HostGroup group = Zone.Allocate()!;
        group.Address = address;
        group.Interface = card;
        _groups.InsertHead(group);
        return group;
    }
}
