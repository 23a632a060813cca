using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>A table of PCBs with given ends, and a plain list of them to compare lookups with.</summary>
internal sealed class TableState
{
    /// <summary>The PCBs, the last hashed first: the order in which equal connections are found.</summary>
    private readonly Pcb[] _pcbs;

    /// <summary>The PCBs, the last bound first: the order in which equal ports are found.</summary>
    private readonly Pcb[] _bound;

    /// <param name="buckets">Buckets of each hash, a power of two.</param>
    /// <param name="all">The PCBs in the order of their hashing; one without a local port is not hashed.</param>
    public TableState(int buckets, params PcbEnds[] all)
    {
        Table = new PcbTable("pcb", buckets, all.Length, new Zone<PortHead>("porthead"));
        _pcbs = new Pcb[all.Length];
        _bound = new Pcb[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            Pcb pcb = Table.Allocate(null!)!;
            _pcbs[all.Length - 1 - i] = _bound[all.Length - 1 - i] = pcb;
            // No PCB is connected to INADDR_ANY: Interfaces.Destination ensures it.
            Proof.Assume(!all[i].Foreign.Address.IsAny | all[i].Foreign.IsNone);
            if (all[i].Local.Port != 0)
            {
                pcb.Local = all[i].Local;
                pcb.Foreign = all[i].Foreign;
                Table.InsertHash(pcb);
            }
        }
    }

    public PcbTable Table { get; }

    /// <summary>The PCBs, the last hashed first.</summary>
    public Pcb this[int index] => _pcbs[index];

    /// <summary>Any number as the index of a PCB.</summary>
    public int Choose(byte which)
    {
        Proof.Assume(which < _pcbs.Length);
        int chosen = 0;
        while (chosen < which)
        {
            chosen++;
        }

        return chosen;
    }

    /// <summary>Notes that a PCB was rehashed: it is now found first.</summary>
    public void MoveToFront(int index)
    {
        Pcb moved = _pcbs[index];
        for (; index > 0; index--)
        {
            _pcbs[index] = _pcbs[index - 1];
        }

        _pcbs[0] = moved;
    }

    /// <summary>True if every list has every PCB in the place of its ends.</summary>
    public bool IsConsistent()
    {
        bool all = true;
        foreach (Pcb pcb in _pcbs)
        {
            all = all && (!pcb.IsAllocated || (Table.IsHashed(pcb) && Table.IsListed(pcb)));
        }

        return all;
    }

    /// <summary>The expected result of <see cref="PcbTable.LookupHash"/>, by linear search.</summary>
    public Pcb? Receiver(Endpoint foreign, Endpoint local, bool wildcard)
    {
        Pcb? connected = null;
        Pcb? exact = null;
        Pcb? atAny = null;
        foreach (Pcb pcb in _pcbs)
        {
            bool hashed = pcb.IsAllocated & pcb.IsBound;
            bool waits = hashed & pcb.Foreign.Address.IsAny & pcb.Local.Port == local.Port;
            if (connected is null && hashed & pcb.Foreign == foreign & pcb.Local == local)
            {
                connected = pcb;
            }

            if (exact is null && waits & pcb.Local.Address == local.Address)
            {
                exact = pcb;
            }

            if (waits & pcb.Local.Address.IsAny)
            {
                atAny = pcb; // The first one hashed.
            }
        }

        return connected ?? (wildcard ? exact ?? atAny : null);
    }

    /// <summary>The expected result of <see cref="PcbTable.LookupLocal"/>, by linear search.</summary>
    public Pcb? Holder(Ipv4 address, ushort port, bool wildcard) =>
        wildcard ? HolderThatFitsBest(address, port) : UnconnectedHolder(address, port);

    private Pcb? UnconnectedHolder(Ipv4 address, ushort port)
    {
        Pcb? found = null;
        foreach (Pcb pcb in _pcbs)
        {
            bool fits = pcb.IsAllocated & pcb.IsBound & pcb.Foreign.Address.IsAny
                & pcb.Local.Port == port & pcb.Local.Address == address;
            if (found is null && fits)
            {
                found = pcb;
            }
        }

        return found;
    }

    // First a PCB without a wildcard, then with one, then with two.
    private Pcb? HolderThatFitsBest(Ipv4 address, ushort port)
    {
        Pcb? best = null;
        int fewest = int.MaxValue;
        foreach (Pcb pcb in _bound)
        {
            bool isSame = pcb.Local.Address == address;
            bool fits = pcb.IsAllocated & pcb.IsBound & pcb.Local.Port == port
                & (isSame | pcb.Local.Address.IsAny | address.IsAny);
            int wildcards = (isSame ? 0 : 1) + (pcb.Foreign.Address.IsAny ? 0 : 1);
            if (fits & wildcards < fewest)
            {
                (best, fewest) = (pcb, wildcards);
            }
        }

        return best;
    }
}
