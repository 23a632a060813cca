using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Tables;

/// <summary>
/// The hashed lookups find the same PCB as a linear search: for all ends of the PCBs and of the query, bound or not,
/// connected or not, with and without collisions in either hash.
/// </summary>
internal static class PcbLookupProofs
{
    [Proof("G5", "Connections: the lookup finds the receiver, an exact end before INADDR_ANY: one chain.",
        Bound = "four PCBs in one chain", Mutant = "wildcard-before-exact")]
    public static void ReceiverOfFourInOneChain(
        PcbEnds a, PcbEnds b, PcbEnds c, PcbEnds d, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(1, a, b, c, d), foreign, local, wildcard);

    [Proof("G5", "Connections: the lookup finds the receiver, an exact end before INADDR_ANY: two chains.",
        Bound = "three PCBs in two chains", Mutant = "hash-disagrees")]
    public static void ReceiverOfThreeInTwoChains(
        PcbEnds a, PcbEnds b, PcbEnds c, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(2, a, b, c), foreign, local, wildcard);

    [Proof("G5", "Connections: the lookup finds the receiver, an exact end before INADDR_ANY: four chains.",
        Bound = "two PCBs in four chains", Mutant = "hash-disagrees")]
    public static void ReceiverOfTwoInFourChains(
        PcbEnds a, PcbEnds b, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(4, a, b), foreign, local, wildcard);

    [Proof("G5", "Ports: the lookup finds the PCB with the fewest wildcards, among equals the last bound: one chain.",
        Bound = "four PCBs in one chain", Mutant = "wildcard-misses-specific")]
    public static void HolderOfFourInOneChain(
        PcbEnds a, PcbEnds b, PcbEnds c, PcbEnds d, Ipv4 address, ushort port, bool wildcard) =>
        SameHolder(new TableState(1, a, b, c, d), address, port, wildcard);

    [Proof("G5", "Ports: the lookup finds the best match in two chains.",
        Bound = "three PCBs in two chains", Mutant = "wildcard-misses-specific")]
    public static void HolderOfThreeInTwoChains(
        PcbEnds a, PcbEnds b, PcbEnds c, Ipv4 address, ushort port, bool wildcard) =>
        SameHolder(new TableState(2, a, b, c), address, port, wildcard);

    [Proof("G5", "Ports: the lookup finds the best match in four chains.",
        Bound = "two PCBs in four chains", Mutant = "wildcard-misses-specific")]
    public static void HolderOfTwoInFourChains(PcbEnds a, PcbEnds b, Ipv4 address, ushort port, bool wildcard) =>
        SameHolder(new TableState(4, a, b), address, port, wildcard);

    private static void SameReceiver(TableState state, Endpoint foreign, Endpoint local, bool wildcard)
    {
        Pcb? found = state.Table.LookupHash(foreign, local, wildcard);
        Proof.Assert(ReferenceEquals(found, state.Receiver(foreign, local, wildcard)), "both find the same PCB");
    }

    private static void SameHolder(TableState state, Ipv4 address, ushort port, bool wildcard)
    {
        Pcb? found = state.Table.LookupLocal(address, port, wildcard);
        Proof.Assert(ReferenceEquals(found, state.Holder(address, port, wildcard)), "both find the same PCB");
    }
}
