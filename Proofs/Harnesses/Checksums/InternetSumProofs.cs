using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Checksums;

/// <summary>
/// The sum of bytes added one by one or in pieces to any sum in progress. Packets of any length follow by induction:
/// adding a piece equals adding its bytes, in loops that each take the first bytes off it.
/// </summary>
internal static class InternetSumProofs
{
    [Proof("S13", "No byte of a packet makes the sum overflow.",
        Bound = "packets of up to 65,535 bytes, by induction over their bytes", Mutant = "sum-of-32-bits")]
    public static void HasRoom(InternetSum sum, byte next)
    {
        Proof.Assume(HasRoomFor(sum) && sum.Length < ushort.MaxValue);
        ulong before = sum.Unfolded;
        sum.Add(next);
        Proof.Assert(sum.Unfolded >= before, "nothing is lost");
        Proof.Assert(HasRoomFor(sum), "the same holds for the next byte");
    }

    [Proof("S13", "Modulo 65,535, a byte at an even place adds 256 times its value to any sum, one at an odd place "
        + "its value.",
        Mutant = "sum-halves-exchanged")]
    public static void ByteCountsByPlace(InternetSum sum, byte next)
    {
        ulong before = sum.Unfolded;
        ulong value = sum.Length % 2 == 0 ? next * 256u : next;
        sum.Add(next);
        ulong rest = sum.Unfolded - before - value;
        Proof.Assert(rest == 0 | rest == ushort.MaxValue * value);
    }

    [Proof("S13", "A byte is added to any sum as RFC 1071 adds it: as half a word, with the carry added.",
        Bound = "sums of up to 32 bits, after up to 255 bytes", Mutant = "sum-halves-exchanged")]
    public static void ByteIsHalfAWord(uint before, byte place, byte next)
    {
        var sum = new InternetSum(before, place);
        ushort expected = OnesComplement.Add(sum.Folded, next, place);
        sum.Add(next);
        Proof.Assert(sum.Folded == expected);
    }

    [Proof("S13", "Adding several bytes to any sum, at any place in a word, equals adding them one by one.",
        Bound = "up to 21 bytes together, after up to three", Unwind = SymbolicBytes.Most, Mutant = "sum-tail-lost")]
    public static void PieceEqualsItsBytes(ulong before, byte place, byte length, SymbolicBytes bytes)
    {
        byte[] head = bytes.Take(BoundedCount.Of(place, 3));
        byte[] all = bytes.Take(head.Length + BoundedCount.Of(length, SymbolicBytes.Most - 3));
        InternetSum expected = OnesComplement.AddOneByOne(new InternetSum(before, 0), all);
        InternetSum sum = OnesComplement.AddOneByOne(new InternetSum(before, 0), head);
        sum.Add(all.AsSpan(head.Length, all.Length - head.Length));
        Proof.Assert(sum.Unfolded == expected.Unfolded & sum.Length == expected.Length);
    }

    [Proof("S13", "A packet that contains its checksum verifies to 0.",
        Bound = "sums of up to 36 bits, as those of 64 bytes and fewer", Mutant = "sum-folded-too-little")]
    public static void ChecksumVerifies(ulong before, bool isInside)
    {
        var sum = new InternetSum(before & 0xf_ffff_ffff, isInside ? 2u : 0);
        ushort checksum = sum.Checksum;
        sum.Add((byte)(checksum >> 8));
        sum.Add((byte)checksum);
        Proof.Assert(sum.Checksum == 0);
    }

    [Proof("S13", "A UDP checksum is never sent as 0, and verifies to 0.",
        Bound = "sums of up to 32 bits, after an even number of bytes", Mutant = "udp-checksum-zero")]
    public static void UdpChecksumVerifies(uint before)
    {
        var sum = new InternetSum(before, 0);
        ushort sent = InternetChecksum.ForUdp(sum.Checksum);
        Proof.Assert(sent != 0);
        sum.Add((byte)(sent >> 8));
        sum.Add((byte)sent);
        Proof.Assert(sum.Checksum == 0);
    }

    // No byte adds more than 2^32.
    private static bool HasRoomFor(in InternetSum sum) => sum.Unfolded <= (ulong)sum.Length << 32;
}
