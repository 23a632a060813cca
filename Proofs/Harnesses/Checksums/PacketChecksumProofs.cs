using Verify.Abi;
using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Checksums;

/// <summary>The checksums of packets with any content.</summary>
internal static class PacketChecksumProofs
{
    // For proofs that go through all splits: more bytes would take too long.
    private const int Few = 8;

    [Proof("S13", "The checksum of a packet does not depend on how it is split into buffers.",
        Bound = "up to 24 bytes in up to three buffers", Unwind = SymbolicBytes.Most, Mutant = "sum-words-by-piece")]
    public static void AnySplit(SymbolicBytes bytes, byte first, byte second, byte third)
    {
        int a = BoundedCount.Of(first, SymbolicBytes.Most);
        int b = BoundedCount.Of(second, SymbolicBytes.Most - a);
        int c = BoundedCount.Of(third, SymbolicBytes.Most - a - b);
        byte[] whole = bytes.Take(a + b + c);
        var chain = new Mbuf(whole, 0, a, new Mbuf(whole, a, b, new Mbuf(whole, a + b, c, next: null)));
        Proof.Assert(InternetChecksum.OfPacket(chain, whole.Length, out ushort checksum), "there is enough data");
        Proof.Assert(checksum == Of(whole));
    }

    [Proof("S13", "Skipping bytes sums the rest, and a packet that is too short is reported.",
        Bound = "up to 8 bytes in two buffers", Unwind = SymbolicBytes.Most,
        Mutant = "skip-ignored-in-the-first-buffer")]
    public static void AnySkip(SymbolicBytes bytes, byte first, byte second, byte length, byte skip)
    {
        int a = BoundedCount.Of(first, Few);
        int b = BoundedCount.Of(second, Few - a);
        int end = BoundedCount.Of(length, Few);
        int start = BoundedCount.Of(skip, end);
        byte[] whole = bytes.Take(a + b);
        var chain = new Mbuf(whole, 0, a, new Mbuf(whole, a, b, next: null));
        bool isEnough = InternetChecksum.OfRest(chain, end, start, out ushort checksum);
        int there = end < whole.Length ? end : whole.Length;
        Proof.Assert(isEnough == (end == start | end <= whole.Length), "out of data if bytes are missing");
        Proof.Assert(checksum == (start < there ? Of(whole.AsSpan(start, there - start)) : ushort.MaxValue));
    }

    [Proof("S13", "The checksum is that of RFC 1071, which sums words and adds the carry each time.",
        Bound = "up to six bytes in one buffer", Mutant = "sum-folded-too-little")]
    public static void MatchesRfc1071(SymbolicBytes bytes, byte length)
    {
        byte[] whole = bytes.Take(BoundedCount.Of(length, 6));
        InternetChecksum.OfPacket(new Mbuf(whole, 0, whole.Length, next: null), whole.Length, out ushort checksum);
        Proof.Assert(checksum == (ushort)~OnesComplement.Sum(whole));
    }

    [Proof("S13", "An IPv4 header without options has the checksum of a packet of the same 20 bytes.",
        Unwind = SymbolicBytes.Most, Mutant = "header-of-16-bytes")]
    public static void HeaderSumsAsPacket(SymbolicBytes bytes)
    {
        byte[] header = bytes.Take(InternetChecksum.HeaderLength);
        Proof.Assert(InternetChecksum.OfHeader(header) == Of(header));
    }

    [Proof("S13", "A pseudo header has the sum of its 12 bytes: both addresses, 0, the protocol, the length.",
        Mutant = "pseudo-header-without-protocol")]
    public static void PseudoHeaderEqualsItsBytes(SymbolicBytes bytes)
    {
        byte[] header = bytes.Take(12);
        header[8] = 0;
        InternetSum expected = default;
        expected.Add(header);
        ushort sum = InternetChecksum.SumOfPseudoHeader(
            Ipv4.Of(header[0], header[1], header[2], header[3]), Ipv4.Of(header[4], header[5], header[6], header[7]),
            header[9], (ushort)(header[10] << 8 | header[11]));
        Proof.Assert(sum == expected.Folded);
    }

    [Proof("S13", "Any header with its hop count decremented and its checksum updated verifies to 0.",
        Mutant = "hop-in-the-protocol")]
    public static void HopVerifies(ushort rest, byte hops, byte protocol)
    {
        Proof.Assume(hops > 0);
        uint word = (uint)hops << 8 | protocol;
        ushort before = (ushort)~InternetSum.Fold(rest + word);
        ushort after = InternetChecksum.AfterHop(before);
        word = (uint)(hops - 1) << 8 | protocol;
        Proof.Assert(InternetSum.Fold((ulong)rest + word + after) == ushort.MaxValue);
    }

    private static ushort Of(ReadOnlySpan<byte> bytes) => OnesComplement.AddOneByOne(default, bytes).Checksum;
}
