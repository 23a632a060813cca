using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Tables;

/// <summary>Bucket numbers of the connection hash and the port hash, for every mask.</summary>
internal static class HashBucketProofs
{
    [Proof("H1", "A connection's bucket is in the table.",
        Mutant = "hash-connection-beyond-table")]
    public static void ConnectionIsInTheTable(uint foreign, ushort localPort, ushort foreignPort, uint mask) =>
        Proof.Assert(PcbHash.Connection(foreign, localPort, foreignPort, mask) <= mask);

    [Proof("H2", "A port's bucket is in the table.",
        Mutant = "hash-port-beyond-table")]
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

    [Proof("H2", "Ports that differ in bits that the mask keeps are in different buckets.",
        Mutant = "hash-port-shifted")]
    public static void PortsAreSpread(ushort localPort, ushort other, uint mask)
    {
        Proof.Assume(((localPort ^ other) & mask) != 0);
        Proof.Assert(PcbHash.Port(localPort, mask) != PcbHash.Port(other, mask));
    }

    [Proof("H2", "As many consecutive ports as there are buckets are in different ones: the buckets are equally "
        + "full.",
        Mutant = "hash-port-shifted")]
    public static void PortsInARowFillAllBuckets(ushort first, ushort other, uint mask)
    {
        Proof.Assume((mask & (mask + 1)) == 0);
        Proof.Assume(first < other && (uint)(other - first) <= mask);
        Proof.Cover((uint)(other - first) == mask && mask > 1, "the last of several consecutive ports");
        Proof.Assert(PcbHash.Port(first, mask) != PcbHash.Port(other, mask));
    }

    [Proof("H1", "Foreign addresses whose folded halves differ in bits that the mask keeps are in different buckets.",
        Mutant = "hash-without-address")]
    public static void AddressesAreSpread(uint foreign, uint other, ushort localPort, ushort foreignPort, uint mask)
    {
        Proof.Assume((((foreign ^ (foreign >> 16)) ^ (other ^ (other >> 16))) & mask) != 0);
        uint bucket = PcbHash.Connection(foreign, localPort, foreignPort, mask);
        Proof.Assert(PcbHash.Connection(other, localPort, foreignPort, mask) != bucket);
    }
}
