using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Tables;

/// <summary>
/// After a rehash or removal of any PCB, every PCB is in its lists, the lookups find the same as a linear search, and
/// the table has counted the change.
/// </summary>
internal static class PcbTableProofs
{
    [Proof("G5", "Rehashing any PCB to any ends leaves the table equal to a list of its PCBs: one chain.",
        Bound = "four PCBs in one chain", Mutant = "rehash-keeps-address")]
    public static void RehashInOneChain(
        PcbEnds a, PcbEnds b, PcbEnds c, PcbEnds d, byte which, PcbEnds to, PcbQuery query) =>
        Rehash(new TableState(1, a, b, c, d), which, to, query);

    [Proof("G5", "Rehashing any PCB to any ends leaves the table equal to a list of its PCBs: two chains.",
        Bound = "two PCBs in two chains", Mutant = "rehash-forgotten")]
    public static void RehashInTwoChains(PcbEnds a, PcbEnds b, byte which, PcbEnds to, PcbQuery query) =>
        Rehash(new TableState(2, a, b), which, to, query);

    [Proof("G5", "Removing any PCB frees it, and leaves the table equal to a list of the others: one chain.",
        Bound = "four PCBs in one chain", Mutant = "port-head-freed-early")]
    public static void RemovalInOneChain(PcbEnds a, PcbEnds b, PcbEnds c, PcbEnds d, byte which, PcbQuery query) =>
        Remove(new TableState(1, a, b, c, d), which, query);

    [Proof("G5", "Removing any PCB frees it, and leaves the table equal to a list of the others: two chains.",
        Bound = "three PCBs in two chains", Mutant = "port-head-freed-early")]
    public static void RemovalInTwoChains(PcbEnds a, PcbEnds b, PcbEnds c, byte which, PcbQuery query) =>
        Remove(new TableState(2, a, b, c), which, query);

    [Proof("H3", "Each insertion, rehash and removal is counted once, and a rehash that changes neither end as "
        + "redundant.",
        Bound = "two PCBs in one chain or two, one after the other inserted, rehashed and removed",
        Mutant = "redundant-rehash-uncounted")]
    public static void ChangesAreCounted(PcbEnds a, PcbEnds b, bool twoChains, byte which, PcbEnds to, PcbEnds last)
    {
        var state = new TableState(twoChains ? 2 : 1, a, b);
        PcbTable table = state.Table;
        Pcb changed = state[state.Choose(which)];
        Proof.Assume(changed.IsBound);
        int bound = (state[0].IsBound ? 1 : 0) + (state[1].IsBound ? 1 : 0);
        Proof.Assert(table.Statistics.Equals(new PcbStatistics(bound, 0, 0)), "every bound PCB was inserted");
        int redundant = Moves(changed, to) ? 0 : 1;
        table.Rehash(changed, to.Local.Address, to.Foreign);
        redundant += Moves(changed, last) ? 0 : 1;
        table.Rehash(changed, last.Local.Address, last.Foreign);
        Proof.Assert(
            table.Statistics.Equals(new PcbStatistics(bound, 2, 0, redundant)), "both rehashes are counted");
        table.Free(changed);
        Proof.Assert(table.Statistics.Equals(new PcbStatistics(bound, 2, 1, redundant)), "the removal is counted");
    }

    private static bool Moves(Pcb pcb, PcbEnds to) =>
        pcb.Local.Address != to.Local.Address | pcb.Foreign != to.Foreign;

    private static void Rehash(TableState state, byte which, PcbEnds to, PcbQuery query)
    {
        int chosen = state.Choose(which);
        Pcb moved = state[chosen];
        Proof.Assume(moved.IsBound & (!to.Foreign.Address.IsAny | to.Foreign.IsNone));
        state.Table.Rehash(moved, to.Local.Address, to.Foreign);
        state.MoveToFront(chosen);
        Proof.Assert(moved.Local.Address == to.Local.Address & moved.Foreign == to.Foreign, "it has the new ends");
        query.FindsTheSame(state);
    }

    private static void Remove(TableState state, byte which, PcbQuery query)
    {
        Pcb removed = state[state.Choose(which)];
        int before = state.Table.Zone.InUse;
        state.Table.Free(removed);
        Proof.Assert(!removed.IsAllocated & state.Table.Zone.InUse == before - 1, "that PCB alone is free");
        query.FindsTheSame(state);
    }
}
