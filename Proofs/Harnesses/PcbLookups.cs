using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// The hashed look-ups find what looking at each PCB in turn finds: for all ends of the PCBs and of the query, bound or
/// not, connected or not, with collisions in either hash and without.
/// </summary>
internal static class PcbLookups
{
    [Proof("G5", "Connections: whoever receives is found, the exact end before any address: one chain.",
        Bound = "four PCBs in one chain", Mutant = "wildcard-before-exact")]
    public static void ReceiverOfFourInOneChain(
        Ends a, Ends b, Ends c, Ends d, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(1, a, b, c, d), foreign, local, wildcard);

    [Proof("G5", "Connections: whoever receives is found, the exact end before any address: two chains.",
        Bound = "three PCBs in two chains", Mutant = "hash-disagrees")]
    public static void ReceiverOfThreeInTwoChains(
        Ends a, Ends b, Ends c, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(2, a, b, c), foreign, local, wildcard);

    [Proof("G5", "Connections: whoever receives is found, the exact end before any address: four chains.",
        Bound = "two PCBs in four chains", Mutant = "hash-disagrees")]
    public static void ReceiverOfTwoInFourChains(Ends a, Ends b, Endpoint foreign, Endpoint local, bool wildcard) =>
        SameReceiver(new TableState(4, a, b), foreign, local, wildcard);

    [Proof("G5", "Ports: whoever fits with the fewest wildcards is found, the last bound of equals: one chain.",
        Bound = "four PCBs in one chain", Mutant = "wildcard-misses-specific")]
    public static void HolderOfFourInOneChain(
        Ends a, Ends b, Ends c, Ends d, Ipv4 address, ushort port, bool wildcard) =>
        SameHolder(new TableState(1, a, b, c, d), address, port, wildcard);

    [Proof("G5", "Ports: whoever fits best is found in two chains.",
        Bound = "three PCBs in two chains", Mutant = "wildcard-misses-specific")]
    public static void HolderOfThreeInTwoChains(Ends a, Ends b, Ends c, Ipv4 address, ushort port, bool wildcard) =>
        SameHolder(new TableState(2, a, b, c), address, port, wildcard);

    [Proof("G5", "Ports: whoever fits best is found in four chains.",
        Bound = "two PCBs in four chains", Mutant = "wildcard-misses-specific")]
    public static void HolderOfTwoInFourChains(Ends a, Ends b, Ipv4 address, ushort port, bool wildcard) =>
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
