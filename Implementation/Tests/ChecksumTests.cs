using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Verify.Abi;
using Verify.Implementation.Inet.Checksums;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>The in_cksum functions (S13) on known packets, and on long ones split into many buffers.</summary>
public sealed class ChecksumTests
{
    private const int LongestPacket = 65_535;

    /// <summary>
    /// 10.0.0.1 to 10.0.0.2, UDP, 28 bytes, time to live 64. The sum of its words, by hand, is 0x9931.
    /// </summary>
    private static readonly byte[] Header =
        [0x45, 0, 0, 28, 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2];

    [Theory]
    [InlineData(0xffff)] // Nothing but zeros is the only sum of 0.
    [InlineData(0xffff, 0, 0, 0)]
    [InlineData(0xfeff, 1)] // An odd byte is the first of its word.
    [InlineData(0xfefd, 1, 2)]
    [InlineData(0xfbfd, 1, 2, 3)]
    [InlineData(0x0000, 0xff, 0xff)]
    [InlineData(0x0000, 0xff, 0xff, 0, 0)]
    [InlineData(0xfffe, 0xff, 0xff, 0, 1)] // 0x10000, whose carry makes it 1.
    [InlineData(0x0000, 0xff, 0xff, 0xff, 0xff)]
    [InlineData(0x7ffe, 0x80, 0, 0x80, 0, 0x80, 0)]
    public void Small_packets_match_checksums_computed_by_hand(int expected, params int[] bytes)
    {
        byte[] packet = [.. bytes.Select(value => (byte)value)];
        ChecksumOf(new Mbuf(packet, 0, packet.Length, next: null), packet.Length).ShouldBe((ushort)expected);
    }

    [Fact]
    public void A_header_with_its_checksum_verifies_to_zero_even_after_a_hop()
    {
        byte[] header = [.. Header];
        ushort checksum = InternetChecksum.OfHeader(header);
        checksum.ShouldBe((ushort)0x66ce);
        Put(header, 10, checksum);
        InternetChecksum.OfHeader(header).ShouldBe((ushort)0);

        header[8]--;
        Put(header, 10, InternetChecksum.AfterHop(checksum));

        InternetChecksum.OfHeader(header).ShouldBe((ushort)0);
        header[10].ShouldBe((byte)0x67);
    }

    [Fact]
    public void A_pseudo_header_sums_its_words() =>
        // 0x0a00 + 0x0001 + 0x0a00 + 0x0002 + 17 + 8
        InternetChecksum.SumOfPseudoHeader(Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 2), protocol: 17, length: 8)
            .ShouldBe((ushort)0x141c);

    [Fact]
    public void Udp_sends_zero_as_all_ones()
    {
        InternetChecksum.ForUdp(0).ShouldBe((ushort)0xffff);
        InternetChecksum.ForUdp(0x1234).ShouldBe((ushort)0x1234);
    }

    [Fact]
    public void A_short_packet_is_reported_and_summed_to_its_end()
    {
        var packet = new Mbuf([1, 2, 3], 0, 1, new Mbuf([1, 2, 3], 1, 2, next: null));

        InternetChecksum.OfPacket(packet, 4, out ushort checksum).ShouldBeFalse();
        checksum.ShouldBe((ushort)0xfbfd);
        InternetChecksum.OfRest(packet, 4, skip: 4, out checksum).ShouldBeTrue();
        checksum.ShouldBe((ushort)0xffff);
        InternetChecksum.OfPacket(null, 1, out _).ShouldBeFalse();
        InternetChecksum.OfPacket(null, 0, out _).ShouldBeTrue();
    }

    [Property(Replay = "1,1", MaxTest = 300)]
    public void Any_split_of_any_packet_has_the_checksum_of_rfc_1071(int seed, ushort[] cuts, ushort skip)
    {
        var random = new Random(seed);
        byte[] packet = new byte[random.Next(LongestPacket + 1)];
        random.NextBytes(packet);
        int skipped = Math.Min(skip, packet.Length);
        Mbuf? chain = Chain(packet, cuts, random);

        InternetChecksum.OfRest(chain, packet.Length, skipped, out ushort rest).ShouldBeTrue();

        rest.ShouldBe(Reference(packet.AsSpan(skipped)));
        ChecksumOf(chain, packet.Length).ShouldBe(Reference(packet));
    }

    [Fact]
    public void Summing_allocates_nothing()
    {
        Mbuf packet = Chain(new byte[1500], [7, 14, 700], new Random(1))!;
        ChecksumOf(packet, 1500);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ChecksumOf(packet, 1500);

        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    // Each piece is in its own buffer, between bytes that do not belong to it.
    private static Mbuf? Chain(byte[] packet, ushort[] cuts, Random random)
    {
        int[] starts = [0, .. cuts.Select(cut => Math.Min(cut, packet.Length)).Order(), packet.Length];
        Mbuf? chain = null;
        for (int i = starts.Length - 2; i >= 0; i--)
        {
            byte[] before = new byte[random.Next(4)];
            random.NextBytes(before);
            byte[] buffer = [.. before, .. packet[starts[i]..starts[i + 1]], 0xa5];
            chain = new Mbuf(buffer, before.Length, starts[i + 1] - starts[i], chain);
        }

        return chain;
    }

    private static ushort ChecksumOf(Mbuf? packet, int length)
    {
        InternetChecksum.OfPacket(packet, length, out ushort checksum).ShouldBeTrue();
        return checksum;
    }

    private static ushort Reference(ReadOnlySpan<byte> bytes)
    {
        long sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += i % 2 == 0 ? bytes[i] * 256 : bytes[i];
        }

        long word = sum == 0 ? 0 : ((sum - 1) % 65_535) + 1;
        return (ushort)(65_535 - word);
    }

    private static void Put(byte[] header, int at, ushort word)
    {
        header[at] = (byte)(word >> 8);
        header[at + 1] = (byte)word;
    }
}
