using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Kernel;

namespace Verify.Proofs.Harnesses;

/// <summary>Both ends of a PCB.</summary>
internal readonly struct Ends(Endpoint local, Endpoint foreign)
{
    public Endpoint Local { get; } = local;

    public Endpoint Foreign { get; } = foreign;
}

/// <summary>A real table of PCBs with given ends, beside a plain list of them that look-ups are held against.</summary>
internal sealed class TableState
{
    /// <summary>The PCBs, the last hashed first: the order in which equals are found.</summary>
    private readonly Pcb[] _pcbs;

    /// <param name="buckets">Buckets of each hash, a power of two.</param>
    /// <param name="all">The PCBs in the order of their hashing; one without a local port is not hashed.</param>
    public TableState(int buckets, params Ends[] all)
    {
        Table = new PcbTable("pcb", buckets, all.Length, new Zone<PortHead>("porthead"));
        _pcbs = new Pcb[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            Pcb pcb = Table.Allocate(null!)!;
            _pcbs[all.Length - 1 - i] = pcb;
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
            all = all && (!pcb.IsAllocated || (Table.Hashes(pcb) && Table.Lists(pcb)));
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
}
