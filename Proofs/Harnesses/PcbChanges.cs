using Verify.Implementation.Inet;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// After a PCB was hashed anew or freed, whichever it is, every PCB is in its lists and the look-ups find what looking
/// at each one finds.
/// </summary>
internal static class PcbChanges
{
    [Proof("G5", "Rehash of any of four PCBs in one chain, to any ends.", Mutant = "rehash-keeps-address")]
    public static void RehashInOneChain(Ends a, Ends b, Ends c, Ends d, byte which, Ends to, Query query) =>
        Rehash(new TableState(1, a, b, c, d), which, to, query);

    [Proof("G5", "Rehash of either of two PCBs in two chains, to any ends.", Mutant = "rehash-forgotten")]
    public static void RehashInTwoChains(Ends a, Ends b, byte which, Ends to, Query query) =>
        Rehash(new TableState(2, a, b), which, to, query);

    [Proof("G5", "Removal of any of four PCBs in one chain.", Mutant = "port-head-freed-early")]
    public static void RemovalInOneChain(Ends a, Ends b, Ends c, Ends d, byte which, Query query) =>
        Remove(new TableState(1, a, b, c, d), which, query);

    [Proof("G5", "Removal of any of three PCBs in two chains.", Mutant = "port-head-freed-early")]
    public static void RemovalInTwoChains(Ends a, Ends b, Ends c, byte which, Query query) =>
        Remove(new TableState(2, a, b, c), which, query);

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
        state.Table.Free(state[state.Choose(which)]);
        query.FindsTheSame(state);
    }
}
