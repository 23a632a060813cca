using Verify.Abi;
using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>The checksums of packets, whatever their octets.</summary>
internal static class PacketChecksums
{
    // The harnesses that go through all splits: more octets would be as good, and take too long.
    private const int Few = 8;

    [Proof("S13", "A packet that is split anywhere has the checksum of the whole.",
        Bound = "up to 24 bytes in up to three buffers", Unwind = Octets.Most, Mutant = "sum-words-by-piece")]
    public static void AnySplit(Octets octets, byte first, byte second, byte third)
    {
        int a = Octets.Count(first, Octets.Most);
        int b = Octets.Count(second, Octets.Most - a);
        int c = Octets.Count(third, Octets.Most - a - b);
        byte[] whole = octets.Take(a + b + c);
        var chain = new Mbuf(whole, 0, a, new Mbuf(whole, a, b, new Mbuf(whole, a + b, c, next: null)));
        Proof.Assert(InternetChecksum.OfPacket(chain, whole.Length, out ushort checksum), "there is enough data");
        Proof.Assert(checksum == Of(whole));
    }

    [Proof("S13", "To skip bytes is to sum the rest, and a packet that is too short is told.",
        Bound = "up to 8 bytes in two buffers", Unwind = Octets.Most, Mutant = "skip-ignored-in-the-first-buffer")]
    public static void AnyRest(Octets octets, byte first, byte second, byte length, byte skip)
    {
        int a = Octets.Count(first, Few);
        int b = Octets.Count(second, Few - a);
        int end = Octets.Count(length, Few);
        int start = Octets.Count(skip, end);
        byte[] whole = octets.Take(a + b);
        var chain = new Mbuf(whole, 0, a, new Mbuf(whole, a, b, next: null));
        bool isEnough = InternetChecksum.OfRest(chain, end, start, out ushort checksum);
        int there = end < whole.Length ? end : whole.Length;
        Proof.Assert(isEnough == (end == start | end <= whole.Length), "out of data where octets are missing");
        Proof.Assert(checksum == (start < there ? Of(whole.AsSpan(start, there - start)) : ushort.MaxValue));
    }

    [Proof("S13", "The checksum is RFC 1071's, of words summed with the carry added each time.",
        Bound = "up to six bytes in one buffer",
        Mutant = "sum-folded-too-little")]
    public static void IsThatOfTheRfc(Octets octets, byte length)
    {
        byte[] whole = octets.Take(Octets.Count(length, 6));
        InternetChecksum.OfPacket(new Mbuf(whole, 0, whole.Length, next: null), whole.Length, out ushort checksum);
        Proof.Assert(checksum == (ushort)~OnesComplement.Sum(whole));
    }

    [Proof("S13", "An IPv4 header without options has the checksum that its 20 bytes have as a packet.",
        Unwind = Octets.Most, Mutant = "header-of-16-octets")]
    public static void HeaderIsAPacket(Octets octets)
    {
        byte[] header = octets.Take(InternetChecksum.HeaderLength);
        Proof.Assert(InternetChecksum.OfHeader(header) == Of(header));
    }

    [Proof("S13", "A pseudo header has the sum of its 12 bytes: both addresses, 0, the protocol, the length.",
        Mutant = "pseudo-header-without-protocol")]
    public static void PseudoHeaderIsItsOctets(Octets octets)
    {
        byte[] header = octets.Take(12);
        header[8] = 0;
        InternetSum expected = default;
        expected.Add(header);
        ushort sum = InternetChecksum.SumOfPseudoHeader(
            Ipv4.Of(header[0], header[1], header[2], header[3]), Ipv4.Of(header[4], header[5], header[6], header[7]),
            header[9], (ushort)(header[10] << 8 | header[11]));
        Proof.Assert(sum == expected.Folded);
    }

    [Proof("S13", "Whatever else a header has: with one hop less and the checksum updated it verifies to 0.",
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

    private static ushort Of(ReadOnlySpan<byte> octets)
    {
        InternetSum sum = default;
        foreach (byte octet in octets)
        {
            sum.Add(octet);
        }

        return sum.Checksum;
    }
}
