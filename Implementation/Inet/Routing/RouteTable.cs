using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inet.Routing;

/// <summary>
/// The routes of the Internet domain (S9): an array, the longest prefix first, so that the first one that covers a
/// destination is the best. FreeBSD has a radix tree, which finds the same one.
/// </summary>
internal sealed class RouteTable
{
    private Route[] _routes = new Route[8];
    private int _count;

    public Zone<Route> Zone { get; } = new("rtentry");

    /// <summary>All routes, the longest prefix first; those of one length in any order.</summary>
    public ReadOnlySpan<Route> All => _routes.AsSpan(0, _count);

    /// <summary>The best route to a destination; null if there is none: rn_match.</summary>
    public Route? LookUp(Ipv4 destination)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_routes[i].Covers(destination))
            {
                return _routes[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The best route to a destination, or that with the mask which begins at the same address: rn_lookup.
    /// </summary>
    public Route? LookUp(Ipv4 destination, int? length)
    {
        Route? best = LookUp(destination);
        return best is null || length is not { } wanted || wanted == best.Key.Length ? best
            : wanted > best.Key.Length ? null
            : Find(best.Key with { Length = wanted });
    }

    /// <summary>
    /// The route that a request to delete means: rn_delete. Without a mask it is the longest one to that very address,
    /// but for 0.0.0.0 the root of the tree, which is no route.
    /// </summary>
    public Route? Find(RouteKey key)
    {
        if (!key.HasMask && key.Destination.IsAny)
        {
            return null;
        }

        for (int i = 0; i < _count; i++)
        {
            if (_routes[i].Key == key || (!key.HasMask && _routes[i].Key.Destination == key.Destination))
            {
                return _routes[i];
            }
        }

        return null;
    }

    /// <summary>
    /// True if a key cannot be added: rn_addroute. The root of the tree is in the way of a host route to 0.0.0.0.
    /// </summary>
    public bool IsTaken(RouteKey key)
    {
        bool isTaken = key == RouteKey.Host(Ipv4.Any);
        for (int i = 0; i < _count; i++)
        {
            isTaken |= _routes[i].Key == key;
        }

        return isTaken;
    }

    /// <summary>Adds a route whose key is not taken.</summary>
    public void Insert(Route route)
    {
        if (_count == _routes.Length)
        {
            var more = new Route[2 * _count];
            All.CopyTo(more);
            _routes = more;
        }

        int place = _count++;
        while (place > 0 && route.Key.Length > _routes[place - 1].Key.Length)
        {
            _routes[place] = _routes[place - 1];
            place--;
        }

        _routes[place] = route;
    }

    public void Remove(Route route)
    {
        int place = Array.IndexOf(_routes, route, 0, _count);
        _count--;
        for (int i = place; i < _count; i++)
        {
            _routes[i] = _routes[i + 1];
        }

        _routes[_count] = null!;
    }
}
