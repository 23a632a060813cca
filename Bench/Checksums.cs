using BenchmarkDotNet.Attributes;
using Verify.Implementation.Inet.Checksums;

namespace Verify.Bench;

/// <summary>
/// Compares the checksum of a packet in one buffer, and in three of odd lengths (S13), with a sum byte by byte.
/// </summary>
[MemoryDiagnoser]
public class Checksums
{
    private byte[] _packet = [];
    private Mbuf _whole = null!;
    private Mbuf _parts = null!;

    /// <summary>In bytes: a header, the data of an Ethernet frame, the longest packet.</summary>
    [Params(20, 1_500, 65_535)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _packet = new byte[Length];
        new Random(1).NextBytes(_packet);
        int first = Length / 3 | 1;
        var last = new Mbuf(_packet, 2 * first, Length - 2 * first, next: null);
        _parts = new Mbuf(_packet, 0, first, new Mbuf(_packet, first, first, last));
        _whole = new Mbuf(_packet, 0, Length, next: null);
    }

    [Benchmark(Baseline = true, Description = "byte by byte")]
    public ushort Naive()
    {
        uint sum = 0;
        for (int i = 0; i < _packet.Length; i++)
        {
            sum += i % 2 == 0 ? (uint)_packet[i] << 8 : _packet[i];
            sum = (sum >> 16) + (ushort)sum;
        }

        return (ushort)~((sum >> 16) + sum);
    }

    [Benchmark(Description = "one buffer")]
    public ushort Whole()
    {
        InternetChecksum.OfPacket(_whole, Length, out ushort checksum);
        return checksum;
    }

    [Benchmark(Description = "three buffers of odd lengths")]
    public ushort Parts()
    {
        InternetChecksum.OfPacket(_parts, Length, out ushort checksum);
        return checksum;
    }

    [Benchmark(Description = "header function")]
    public ushort Header() => InternetChecksum.OfHeader(_packet);
}
