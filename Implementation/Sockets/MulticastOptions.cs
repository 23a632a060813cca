using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>The multicast options of a PCB (S11): FreeBSD's struct ip_moptions. Few PCBs have any.</summary>
internal sealed class MulticastOptions : ZoneItem
{
    /// <summary>IP_MAX_MEMBERSHIPS.</summary>
    private const int MaxMemberships = 20;

    /// <summary>IP_DEFAULT_MULTICAST_TTL.</summary>
    public const int DefaultTtl = 1;

    private readonly HostGroup?[] _memberships = new HostGroup?[MaxMemberships];

    /// <summary>IP_MULTICAST_IF: the index of an interface; null leaves the choice to the route.</summary>
    public int? Interface { get; set; }

    /// <summary>IP_MULTICAST_TTL.</summary>
    public int Ttl { get; set; } = DefaultTtl;

    /// <summary>IP_MULTICAST_LOOP.</summary>
    public bool Loops { get; set; } = true;

    /// <summary>The number of memberships.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == MaxMemberships;

    /// <summary>True if nothing distinguishes it from having no options.</summary>
    public bool IsDefault => Interface is null && Ttl == DefaultTtl && Loops && Count == 0;

    /// <summary>A membership, in the order of joining.</summary>
    public HostGroup this[int index] => _memberships[index]!;

    public void Append(HostGroup group) => _memberships[Count++] = group;

    public void RemoveAt(int index)
    {
        Count--;
        for (int i = index; i < Count; i++)
        {
            _memberships[i] = _memberships[i + 1];
        }

        _memberships[Count] = null;
    }

    internal override void Clear()
    {
        Interface = null;
        Ttl = DefaultTtl;
        Loops = true;
        while (Count > 0)
        {
            RemoveAt(Count - 1);
        }
    }
}
