using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inet;

/// <summary>
/// The list of addresses, and searches for who has one. FreeBSD lists them twice, in order of configuration and for
/// each interface; what searches all interfaces prefers the interface that was attached first.
/// </summary>
internal sealed partial class Interfaces
{
    /// <summary>The memory of addresses: M_IFADDR.</summary>
    public Zone<InetAddress> Zone { get; } = new("ifaddr");

    /// <summary>The interface with a name, null if there is none: ifunit, which compares units as numbers.</summary>
    public Card? Find(string name)
    {
        if (!UnitName.TryParse(name, out UnitName wanted))
        {
            return null;
        }

        foreach (Card card in _cards)
        {
            if (UnitName.TryParse(card.Name, out UnitName unit) && unit == wanted)
            {
                return card;
            }
        }

        return null;
    }

    /// <summary>An interface's own entry of an address; null if it has not got it.</summary>
    public InetAddress? Find(Card card, Ipv4 address)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_addresses[i].InterfaceIndex == card.Number && _addresses[i].Address == address)
            {
                return _addresses[i];
            }
        }

        return null;
    }

    /// <summary>Lists a new address last.</summary>
    public InetAddress Attach()
    {
        if (_count == _addresses.Length)
        {
            var more = new InetAddress[2 * _count + 1];
            Addresses.CopyTo(more);
            _addresses = more;
        }

        InetAddress own = Zone.Allocate()!;
        own.References = 1;
        _addresses[_count++] = own;
        return own;
    }

    /// <summary>Takes an address off the list. It stays in memory while routes use it.</summary>
    public void Detach(InetAddress own)
    {
        int place = Array.IndexOf(_addresses, own, 0, _count);
        _count--;
        for (int i = place; i < _count; i++)
        {
            _addresses[i] = _addresses[i + 1];
        }

        _addresses[_count] = null!;
        own.References--;
        FreeIfUnused(own);
    }

    /// <summary>ifafree.</summary>
    public void FreeIfUnused(InetAddress own)
    {
        if (own.References == 0)
        {
            Zone.Free(own);
        }
    }

    /// <summary>The entry that an address belongs to, as its own or its broadcast address: ifa_ifwithaddr.</summary>
    public InetAddress? OwnerOf(Ipv4 address)
    {
        InetAddress? first = null;
        for (int i = 0; i < _count; i++)
        {
            InetAddress own = _addresses[i];
            bool isMeant = own.Address == address || (own.HasBroadcast && own.Broadcast == address);
            if (isMeant && (first is null || own.InterfaceIndex < first.InterfaceIndex))
            {
                first = own;
            }
        }

        return first;
    }

    /// <summary>
    /// The address of the smallest attached network around a destination: ifa_ifwithnet; null if there is none.
    /// </summary>
    public InetAddress? AttachedTo(Ipv4 destination)
    {
        InetAddress? best = null;
        for (int i = 0; i < _count; i++)
        {
            InetAddress own = _addresses[i];
            if (own.IsAttachedTo(destination) && (best is null || IsSmaller(own, best)))
            {
                best = own;
            }
        }

        return best;
    }

    private static bool IsSmaller(InetAddress own, InetAddress other) =>
        own.NetworkLength > other.NetworkLength
        || (own.NetworkLength == other.NetworkLength && own.InterfaceIndex < other.InterfaceIndex);
}
