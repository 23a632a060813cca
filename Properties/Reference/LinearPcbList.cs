using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>
/// The single list of protocol control blocks that the hash tables replaced: a lookup visits every entry (H5). It
/// returns what the hash tables return (G5), and chooses the same one of several entries that match equally well.
/// </summary>
public sealed class LinearPcbList
{
    /// <summary>All entries; the one whose endpoints changed last comes first.</summary>
    private readonly LinkedList<LinearPcb> _entries = [];

    private long _additions;

    /// <summary>Adds an entry with a local port.</summary>
    public LinearPcb Add(Endpoint local, Endpoint foreign)
    {
        var entry = new LinearPcb(local, foreign, ++_additions);
        _entries.AddFirst(entry.Place);
        return entry;
    }

    /// <summary>Changes the local address and the foreign endpoint of an entry.</summary>
    public void Change(LinearPcb entry, Ipv4 local, Endpoint foreign)
    {
        entry.Local = entry.Local with { Address = local };
        entry.Foreign = foreign;
        _entries.Remove(entry.Place);
        _entries.AddFirst(entry.Place);
    }

    /// <summary>Removes an entry.</summary>
    public void Remove(LinearPcb entry) => _entries.Remove(entry.Place);

    /// <summary>
    /// The entry that conflicts with binding an address and port. With wildcards, the entry that matches with the
    /// fewest of them, and of several the one added last; without, an unconnected entry with exactly this endpoint.
    /// </summary>
    public LinearPcb? LookupLocal(Ipv4 address, ushort port, bool wildcard)
    {
        LinearPcb? best = null;
        int least = int.MaxValue;
        for (LinkedListNode<LinearPcb>? node = _entries.First; node is not null; node = node.Next)
        {
            LinearPcb entry = node.Value;
            int wildcards = Wildcards(entry, new Endpoint(address, port));
            bool fits = wildcards >= 0 && (wildcard || wildcards == 0);
            bool isBetter = wildcards < least
                || (wildcard && wildcards == least && entry.BoundAt > best!.BoundAt);
            if (fits && isBetter)
            {
                (best, least) = (entry, wildcards);
            }
        }

        return best;
    }

    /// <summary>
    /// The entry that receives a packet: one with both endpoints; with wildcards, otherwise an unconnected one with the
    /// local address, or else with any address.
    /// </summary>
    public LinearPcb? LookupHash(Endpoint foreign, Endpoint local, bool wildcard)
    {
        LinearPcb? atAddress = null;
        LinearPcb? atAnyAddress = null;
        for (LinkedListNode<LinearPcb>? node = _entries.First; node is not null; node = node.Next)
        {
            LinearPcb entry = node.Value;
            if (entry.Foreign == foreign && entry.Local == local)
            {
                return entry;
            }

            if (!entry.Foreign.Address.IsAny || entry.Local.Port != local.Port)
            {
                continue;
            }

            if (entry.Local.Address == local.Address)
            {
                atAddress ??= entry;
            }
            else if (entry.Local.Address.IsAny)
            {
                atAnyAddress = entry;
            }
        }

        return wildcard ? atAddress ?? atAnyAddress : null;
    }

    /// <summary>The number of addresses that match as wildcards only; negative if the entry does not match.</summary>
    private static int Wildcards(LinearPcb entry, Endpoint wanted)
    {
        Ipv4 local = entry.Local.Address;
        bool isOther = local != wanted.Address;
        if (entry.Local.Port != wanted.Port || (isOther && !local.IsAny && !wanted.Address.IsAny))
        {
            return -1;
        }

        return (isOther ? 1 : 0) + (entry.Foreign.Address.IsAny ? 0 : 1);
    }
}
