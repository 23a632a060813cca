using Verify.Abi;
using Verify.Implementation.Inet.Checksums;

namespace Verify.Proofs.Harnesses;

internal static class PacketChecksums
{
    [Proof("S13", "24, three.", Mutant = "sum-m1", Unwind = 30)]
    public static void AnySplit(Octets octets, byte first, byte second, byte third)
    {
        Proof.Assume(first + second + third <= Octets.Most);
        int a = Octets.Known(first, Octets.Most);
        int b = Octets.Known(second, Octets.Most);
        int c = Octets.Known(third, Octets.Most);
        byte[] buffer = octets.Take(a + b + c);
        var chain = new Mbuf(buffer, 0, a, new Mbuf(buffer, a, b, new Mbuf(buffer, a + b, c, null)));
        bool whole = InternetChecksum.OfPacket(chain, a + b + c, out ushort checksum);
        InternetSum expected = default;
        expected.Add(buffer);
        Proof.Assert(whole && checksum == expected.Checksum);
    }

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Rfc8(ulong octets, byte length) => Rfc(new Octets(octets, 0, 0), length, 6);

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Rfc12(Octets octets) => Rfc(octets, 12, 24);

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Rfc16(Octets octets) => Rfc(octets, 16, 24);

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Rfc20(Octets octets) => Rfc(octets, 20, 24);

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Header(Octets octets)
    {
        byte[] h = octets.Take(20);
        InternetSum expected = default;
        expected.Add(h);
        Proof.Assert(InternetChecksum.OfHeader(h) == expected.Checksum);
    }

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void HeaderV(Octets octets)
    {
        byte[] h = octets.Take(20);
        h[10] = h[11] = 0;
        ushort c = InternetChecksum.OfHeader(h);
        h[10] = (byte)(c >> 8);
        h[11] = (byte)c;
        Proof.Assert(InternetChecksum.OfHeader(h) == 0);
    }

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Hop32(uint rest, ushort word) => Hop(rest, word);

    [Proof("S13", "RFC", Mutant = "sum-m1", Unwind = 30)]
    public static void Hop35(ulong rest, ushort word) => Hop(rest & 0x7ffffffff, word);

    private static void Hop(ulong rest, ushort word)
    {
        Proof.Assume(word >= 0x100);
        ushort c = (ushort)~InternetSum.Fold(rest + word);
        Proof.Assert(InternetSum.Fold(rest + word - 0x100 + InternetChecksum.AfterHop(c)) == ushort.MaxValue);
    }

    private static void Rfc(Octets octets, byte length, int most)
    {
        byte[] o = octets.Take(Octets.Known(length, most));
        InternetSum sum = default;
        sum.Add(o);
        Proof.Assert(sum.Folded == OnesComplement.Sum(o));
    }
}
