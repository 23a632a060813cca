using Verify.Implementation.Inet;

namespace Verify.Proofs.Harnesses;

/// <summary>Bucket numbers of the connection hash and the port hash, for every mask.</summary>
internal static class HashBuckets
{
    [Proof("H1", "A connection's bucket is in the table.", Mutant = "hash-connection-beyond-table")]
    public static void ConnectionIsInTheTable(uint foreign, ushort localPort, ushort foreignPort, uint mask) =>
        Proof.Assert(PcbHash.Connection(foreign, localPort, foreignPort, mask) <= mask);

    [Proof("H2", "A port's bucket is in the table.", Mutant = "hash-port-beyond-table")]
    public static void PortIsInTheTable(ushort localPort, uint mask) =>
        Proof.Assert(PcbHash.Port(localPort, mask) <= mask);

    [Proof("H1", "Connections that differ in one port only, in bits that the mask keeps, are in different buckets.",
        Mutant = "hash-ports-not-mixed")]
    public static void PortsAreMixedByXor(
        uint foreign, ushort localPort, ushort foreignPort, ushort otherLocal, ushort otherForeign, uint mask)
    {
        uint bucket = PcbHash.Connection(foreign, localPort, foreignPort, mask);
        Proof.Assume(((localPort ^ otherLocal) & mask) != 0 && ((foreignPort ^ otherForeign) & mask) != 0);
        Proof.Assert(PcbHash.Connection(foreign, otherLocal, foreignPort, mask) != bucket);
        Proof.Assert(PcbHash.Connection(foreign, localPort, otherForeign, mask) != bucket);
    }
}
