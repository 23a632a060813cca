using Verify.Abi;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Which destinations need SO_BROADCAST.</summary>
internal static class BroadcastProofs
{
    [Proof("S11", "Without SO_BROADCAST ip_output refuses every broadcast address with EACCES, the old forms "
        + "included, and no other.",
        Bound = "one interface with two addresses, of any prefix from 1 to 32 bits", Mutant = "broadcast-allowed")]
    public static void NeedsPermission(HostState state, Ipv4 destination) =>
        Proof.Assert(
            new ProofHost(state).WithRoutes().Interfaces.CheckOutput(destination, mayBroadcast: false)
            == (InetErrors.IsToAll(state, destination) ? Errno.EACCES : Errno.None));
}
