using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>
/// The one list that the hashes replaced: every look-up goes from its beginning to its end (H5). It answers as the
/// hashed tables do (G5), and of entries that fit equally well it takes the same one, so that answers compare one to
/// one.
/// </summary>
public sealed class LinearPcbList
{
    /// <summary>All entries, the one whose ends changed last first.</summary>
    private readonly LinkedList<LinearPcb> _entries = [];

    private long _additions;

    /// <summary>Adds an entry with a local port.</summary>
    public LinearPcb Add(Endpoint local, Endpoint foreign)
    {
        var entry = new LinearPcb(local, foreign, ++_additions);
        _entries.AddFirst(entry.Place);
        return entry;
    }

    /// <summary>Gives an entry another local address and foreign end.</summary>
    public void Change(LinearPcb entry, Ipv4 local, Endpoint foreign)
    {
        entry.Local = entry.Local with { Address = local };
        entry.Foreign = foreign;
        _entries.Remove(entry.Place);
        _entries.AddFirst(entry.Place);
    }

    /// <summary>Takes an entry out.</summary>
    public void Remove(LinearPcb entry) => _entries.Remove(entry.Place);

    /// <summary>
    /// The entry that stands in the way of binding an address and port. With wildcards the one that needs the fewest,
    /// the last added of equals; without, one that is not connected and has exactly this end.
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
    /// The entry that gets a packet for these ends: one that has both; with wildcards also one that is not connected,
    /// at this address rather than at any.
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

    /// <summary>How many of its two addresses fit only as wildcards; negative where it does not fit at all.</summary>
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
