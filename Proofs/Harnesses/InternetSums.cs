using Verify.Implementation.Inet.Checksums;

namespace Verify.Proofs.Harnesses;

/// <summary>The sum of octets that come in pieces, by induction: for any sum in progress, one octet more.</summary>
internal static class InternetSums
{
    [Proof("S13", "In any packet of up to 65,535 octets: no octet makes the sum overflow.", Mutant = "sum-m1")]
    public static void HasRoom(InternetSum sum, byte octet)
    {
        Proof.Assume(Fits(sum) && sum.Length < ushort.MaxValue);
        ulong before = sum.Unfolded;
        sum.Add(octet);
        Proof.Assert(Fits(sum) & sum.Unfolded >= before);
    }

    [Proof("S13", "F1", Mutant = "sum-m1")]
    public static void Round(ulong sum)
    {
        Proof.Assume(sum > ushort.MaxValue);
        ulong folded = InternetSum.AddCarries(sum);
        Proof.Assert(0 < folded & folded < sum);
        Proof.Assert(sum - folded == ushort.MaxValue * (sum >> 16));
    }

    [Proof("S13", "F2", Mutant = "sum-m1", Terminates = true, Unwind = 5)]
    public static void Folds(ulong sum)
    {
        ushort f = InternetSum.Fold(sum);
        Proof.Assert(sum > ushort.MaxValue ? f == InternetSum.Fold(InternetSum.AddCarries(sum)) : f == sum);
    }

    [Proof("S13", "One octet more adds it to the folded sum, as RFC 1071 does.", Mutant = "sum-m1")]
    public static void AddsAnOctet32(uint u, byte place, byte octet) => AddsAnOctet(new InternetSum(u, place), octet);

    [Proof("S13", "One octet more adds it to the folded sum, as RFC 1071 does.", Mutant = "sum-m1")]
    public static void AddsAnOctet36(ulong u, byte place, byte octet) => AddsAnOctet(new InternetSum(u & 0xfffffffff, place), octet);

    private static void AddsAnOctet(InternetSum sum, byte octet)
    {
        ushort expected = OnesComplement.Add(sum.Folded, octet, sum.Length);
        sum.Add(octet);
        Proof.Assert(sum.Folded == expected);
    }

    [Proof("S13", "Verifies", Mutant = "sum-m1")]
    public static void Verifies32(uint u, bool even) => Verifies(new InternetSum(u, even ? 0 : 2u));

    [Proof("S13", "Verifies", Mutant = "sum-m1")]
    public static void Verifies36(ulong u, bool even) => Verifies(new InternetSum(u & 0xfffffffff, even ? 0 : 2u));

    private static void Verifies(InternetSum sum)
    {
        ushort checksum = sum.Checksum;
        sum.Add((byte)(checksum >> 8));
        sum.Add((byte)checksum);
        Proof.Assert(sum.Checksum == 0);
    }

    [Proof("S13", "24", Mutant = "sum-m1", Unwind = 30)]
    public static void PiecewiseIsOctetwise(ulong before, byte place, Octets octets, byte length)
    {
        var sum = new InternetSum(before, (uint)Octets.Known(place, 3));
        byte[] known = octets.Take(Octets.Known(length, Octets.Most));
        InternetSum expected = sum;
        foreach (byte octet in known)
        {
            expected.Add(octet);
        }

        sum.Add(known);
        Proof.Assert(sum.Unfolded == expected.Unfolded & sum.Length == expected.Length);
    }

    private static bool Fits(in InternetSum sum) => sum.Unfolded <= (ulong)sum.Length << 32;
}
