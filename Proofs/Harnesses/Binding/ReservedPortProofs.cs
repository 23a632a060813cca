using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Binding;

/// <summary>The ports that need privilege.</summary>
internal static class ReservedPortProofs
{
    [Proof("G3", "1023 is privileged, 1024 is not: the reserved ports are those up to 1023.",
        Bound = "the result of Ports.IsReserved; that bind uses it is BindProofs.Alone", Mutant = "reserved-1024")]
    public static void Boundary(ushort port) => Proof.Assert(Ports.IsReserved(port) == (port <= 1023));
}
