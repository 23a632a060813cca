using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>A real table of PCBs with given ends, beside a plain list of them that look-ups are held against.</summary>
internal sealed class TableState
{
    /// <summary>The PCBs, the last hashed first: the order in which equal connections are found.</summary>
    private readonly Pcb[] _pcbs;

    /// <summary>The PCBs, the last bound first: the order in which equal ports are found.</summary>
    private readonly Pcb[] _bound;

    /// <param name="buckets">Buckets of each hash, a power of two.</param>
    /// <param name="all">The PCBs in the order of their hashing; one without a local port is not hashed.</param>
    public TableState(int buckets, params Ends[] all)
    {
        Table = new PcbTable("pcb", buckets, all.Length, new Zone<PortHead>("porthead"));
        _pcbs = new Pcb[all.Length];
        _bound = new Pcb[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            Pcb pcb = Table.Allocate(null!)!;
            _pcbs[all.Length - 1 - i] = _bound[all.Length - 1 - i] = pcb;
            // Nobody is connected to any address: Interfaces.Destination sees to it.
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

    /// <summary>The PCB that was hashed last, or the ones before it.</summary>
    public Pcb this[int index] => _pcbs[index];

    /// <summary>The index of one PCB, whichever that is.</summary>
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

    /// <summary>A PCB has been hashed anew: it is the first to be found.</summary>
    public void MoveToFront(int index)
    {
        Pcb moved = _pcbs[index];
        for (; index > 0; index--)
        {
            _pcbs[index] = _pcbs[index - 1];
        }

        _pcbs[0] = moved;
    }

    /// <summary>Whether every PCB is where its ends say, in every list.</summary>
    public bool IsConsistent()
    {
        bool all = true;
        foreach (Pcb pcb in _pcbs)
        {
            all = all && (!pcb.IsAllocated || (Table.IsHashed(pcb) && Table.IsListed(pcb)));
        }

        return all;
    }

    /// <summary>What <see cref="PcbTable.LookupHash"/> has to find, by looking at each PCB in turn.</summary>
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
                atAny = pcb; // The one hashed first.
            }
        }

        return connected ?? (wildcard ? exact ?? atAny : null);
    }

    /// <summary>What <see cref="PcbTable.LookupLocal"/> has to find, by looking at each PCB in turn.</summary>
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

    // First who needs no wildcard, then who needs one, then who needs two.
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
