using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// The sum of octets that come one after the other or in pieces, from any sum in progress. For packets of any length by
/// induction: a piece is added as its octets are, in loops that each take the piece's first octets off it.
/// </summary>
internal static class InternetSums
{
    [Proof("S13", "No byte of a packet makes the sum overflow.",
        Bound = "packets of up to 65,535 bytes, by induction over their bytes", Mutant = "sum-of-32-bits")]
    public static void HasRoom(InternetSum sum, byte octet)
    {
        Proof.Assume(HasRoomFor(sum) && sum.Length < ushort.MaxValue);
        ulong before = sum.Unfolded;
        sum.Add(octet);
        Proof.Assert(sum.Unfolded >= before, "nothing is lost");
        Proof.Assert(HasRoomFor(sum), "the same holds for the next octet");
    }

    [Proof("S13", "In any sum, a byte at an even place counts 256 times, at an odd one once, by 65,535.",
        Mutant = "sum-halves-exchanged")]
    public static void OctetCountsByPlace(InternetSum sum, byte octet)
    {
        ulong before = sum.Unfolded;
        ulong value = sum.Length % 2 == 0 ? octet * 256u : octet;
        sum.Add(octet);
        ulong rest = sum.Unfolded - before - value;
        Proof.Assert(rest == 0 | rest == ushort.MaxValue * value);
    }

    [Proof("S13", "To any sum a byte is added as RFC 1071 adds it: half a word, its carry added.",
        Bound = "sums of up to 32 bits, after up to 255 bytes",
        Mutant = "sum-halves-exchanged")]
    public static void OctetIsHalfAWord(uint before, byte place, byte octet)
    {
        var sum = new InternetSum(before, place);
        ushort expected = OnesComplement.Add(sum.Folded, octet, place);
        sum.Add(octet);
        Proof.Assert(sum.Folded == expected);
    }

    [Proof("S13", "To any sum, at any place in a word, bytes are added at once as one by one.",
        Bound = "up to 21 bytes at once, after up to three", Unwind = Octets.Most, Mutant = "sum-tail-lost")]
    public static void PieceIsItsOctets(ulong before, byte place, byte length, Octets octets)
    {
        byte[] head = octets.Take(Octets.Count(place, 3));
        byte[] all = octets.Take(head.Length + Octets.Count(length, Octets.Most - 3));
        var expected = new InternetSum(before, 0);
        foreach (byte octet in all)
        {
            expected.Add(octet);
        }

        var sum = new InternetSum(before, 0);
        foreach (byte octet in head)
        {
            sum.Add(octet);
        }

        sum.Add(all.AsSpan(head.Length, all.Length - head.Length));
        Proof.Assert(sum.Unfolded == expected.Unfolded & sum.Length == expected.Length);
    }

    [Proof("S13", "A packet with its checksum put in verifies to 0.",
        Bound = "sums of up to 36 bits, as those of 64 bytes and fewer",
        Mutant = "sum-folded-too-little")]
    public static void ChecksumVerifies(ulong before, bool isInside)
    {
        var sum = new InternetSum(before & 0xf_ffff_ffff, isInside ? 2u : 0);
        ushort checksum = sum.Checksum;
        sum.Add((byte)(checksum >> 8));
        sum.Add((byte)checksum);
        Proof.Assert(sum.Checksum == 0);
    }

    [Proof("S13", "A UDP checksum is never sent as 0, and verifies to 0.",
        Bound = "sums of up to 32 bits, after an even number of bytes",
        Mutant = "udp-checksum-zero")]
    public static void UdpChecksumVerifies(uint before)
    {
        var sum = new InternetSum(before, 0);
        ushort sent = InternetChecksum.ForUdp(sum.Checksum);
        Proof.Assert(sent != 0);
        sum.Add((byte)(sent >> 8));
        sum.Add((byte)sent);
        Proof.Assert(sum.Checksum == 0);
    }

    // No octet counts more than 2^32.
    private static bool HasRoomFor(in InternetSum sum) => sum.Unfolded <= (ulong)sum.Length << 32;
}
