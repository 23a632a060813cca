using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// After a PCB was hashed again or freed, whichever it is, every PCB is in its lists, the look-ups find what looking
/// at each one finds, and the table has counted what happened.
/// </summary>
internal static class PcbChanges
{
    [Proof("G5", "Rehash of any PCB to any ends leaves the table as a list of its PCBs has it: one chain.",
        Bound = "four PCBs in one chain", Mutant = "rehash-keeps-address")]
    public static void RehashInOneChain(Ends a, Ends b, Ends c, Ends d, byte which, Ends to, Query query) =>
        Rehash(new TableState(1, a, b, c, d), which, to, query);

    [Proof("G5", "Rehash of any PCB to any ends leaves the table as a list of its PCBs has it: two chains.",
        Bound = "two PCBs in two chains", Mutant = "rehash-forgotten")]
    public static void RehashInTwoChains(Ends a, Ends b, byte which, Ends to, Query query) =>
        Rehash(new TableState(2, a, b), which, to, query);

    [Proof("G5", "Removal of any PCB frees that one, and leaves the table as a list of the others has it: one chain.",
        Bound = "four PCBs in one chain", Mutant = "port-head-freed-early")]
    public static void RemovalInOneChain(Ends a, Ends b, Ends c, Ends d, byte which, Query query) =>
        Remove(new TableState(1, a, b, c, d), which, query);

    [Proof("G5", "Removal of any PCB frees that one, and leaves the table as a list of the others has it: two chains.",
        Bound = "three PCBs in two chains", Mutant = "port-head-freed-early")]
    public static void RemovalInTwoChains(Ends a, Ends b, Ends c, byte which, Query query) =>
        Remove(new TableState(2, a, b, c), which, query);

    [Proof("H3", "Each insertion, rehash and removal counts once, and a rehash that changes neither end as redundant.",
        Bound = "two PCBs in one chain or two, one after another inserted, rehashed and removed",
        Mutant = "redundant-rehash-uncounted")]
    public static void ChangesAreCounted(Ends a, Ends b, bool twoChains, byte which, Ends to, Ends last)
    {
        var state = new TableState(twoChains ? 2 : 1, a, b);
        PcbTable table = state.Table;
        Pcb changed = state[state.Choose(which)];
        Proof.Assume(changed.IsBound);
        int bound = (state[0].IsBound ? 1 : 0) + (state[1].IsBound ? 1 : 0);
        Proof.Assert(table.Statistics.Equals(new PcbStatistics(bound, 0, 0)), "what was bound was inserted");
        int redundant = Moves(changed, to) ? 0 : 1;
        table.Rehash(changed, to.Local.Address, to.Foreign);
        redundant += Moves(changed, last) ? 0 : 1;
        table.Rehash(changed, last.Local.Address, last.Foreign);
        Proof.Assert(
            table.Statistics.Equals(new PcbStatistics(bound, 2, 0, redundant)), "both are counted, and both alike");
        table.Free(changed);
        Proof.Assert(table.Statistics.Equals(new PcbStatistics(bound, 2, 1, redundant)), "the removal is counted");
    }

    private static bool Moves(Pcb pcb, Ends to) =>
        pcb.Local.Address != to.Local.Address | pcb.Foreign != to.Foreign;

    private static void Rehash(TableState state, byte which, Ends to, Query query)
    {
        int chosen = state.Choose(which);
        Pcb moved = state[chosen];
        Proof.Assume(moved.IsBound & (!to.Foreign.Address.IsAny | to.Foreign.IsNone));
        state.Table.Rehash(moved, to.Local.Address, to.Foreign);
        state.MoveToFront(chosen);
        Proof.Assert(moved.Local.Address == to.Local.Address & moved.Foreign == to.Foreign, "it has the new ends");
        query.FindsTheSame(state);
    }

    private static void Remove(TableState state, byte which, Query query)
    {
        Pcb removed = state[state.Choose(which)];
        int before = state.Table.Zone.InUse;
        state.Table.Free(removed);
        Proof.Assert(!removed.IsAllocated & state.Table.Zone.InUse == before - 1, "that PCB is free, and no other");
        query.FindsTheSame(state);
    }
}
