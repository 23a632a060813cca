using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>Which ports are the superuser's.</summary>
internal static class ReservedPorts
{
    [Proof("G3", "1023 is privileged, 1024 is not: the reserved ports are those up to 1023.",
        Bound = "what Ports.IsReserved says; that bind asks it is BindRules.Alone", Mutant = "reserved-1024")]
    public static void Boundary(ushort port) => Proof.Assert(Ports.IsReserved(port) == (port <= 1023));
}
