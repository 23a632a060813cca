using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// Internet checksums of packets in mbuf chains (S13): the functions of FreeBSD's machine/in_cksum.h. Words are in
/// network byte order, most significant byte first, on every machine.
/// </summary>
public static class InternetChecksum
{
    /// <summary>The length of an IPv4 header without options, in bytes.</summary>
    public const int HeaderLength = 20;

    /// <summary>One unit of the time-to-live field within its 16-bit word of the header.</summary>
    private const ushort Hop = 0x100;

    /// <summary>in_cksum: the checksum of the first bytes of a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="length">The number of bytes to sum.</param>
    /// <param name="checksum">The checksum; if the packet is shorter, of the bytes present.</param>
    /// <returns>False if the packet is shorter ("out of data").</returns>
    public static bool OfPacket(Mbuf? packet, int length, out ushort checksum) =>
        OfRest(packet, length, skip: 0, out checksum);

    /// <summary>
    /// in_cksum_skip: the checksum of the first bytes of a packet after a skipped prefix. The first byte summed starts
    /// a word.
    /// </summary>
    /// <param name="packet">The packet.</param>
    /// <param name="length">The number of bytes, including those skipped.</param>
    /// <param name="skip">The number of bytes to skip, at most <paramref name="length"/>.</param>
    /// <param name="checksum">The checksum of the remaining bytes; if the packet is shorter, of those present.</param>
    /// <returns>False if the packet is shorter.</returns>
    public static bool OfRest(Mbuf? packet, int length, int skip, out ushort checksum)
    {
        InternetSum sum = default;
        int left = length - skip;
        for (Mbuf? part = packet; part is not null && left > 0; part = part.Next)
        {
            ReadOnlySpan<byte> bytes = part.Bytes;
            int skipped = Math.Min(skip, bytes.Length);
            int summed = Math.Min(left, bytes.Length - skipped);
            sum.Add(bytes.Slice(skipped, summed));
            skip -= skipped;
            left -= summed;
        }

        checksum = sum.Checksum;
        return left <= 0;
    }

    /// <summary>in_cksum_hdr: the checksum of an IPv4 header without options.</summary>
    /// <param name="header">At least <see cref="HeaderLength"/> bytes; the rest is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">The header is shorter.</exception>
    public static ushort OfHeader(ReadOnlySpan<byte> header)
    {
        ulong sum = BinaryPrimitives.ReadUInt32BigEndian(header);
        sum += BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        sum += BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        sum += BinaryPrimitives.ReadUInt32BigEndian(header[12..]);
        sum += BinaryPrimitives.ReadUInt32BigEndian(header[16..]);
        return (ushort)~InternetSum.Fold(sum);
    }

    /// <summary>
    /// in_pseudo: the sum, not the checksum, of the pseudo header of UDP and TCP, which consists of both addresses, a
    /// zero byte, the protocol number and a length.
    /// </summary>
    /// <param name="source">The source address.</param>
    /// <param name="destination">The destination address.</param>
    /// <param name="protocol">The protocol number.</param>
    /// <param name="length">The length of header and data, in bytes.</param>
    public static ushort SumOfPseudoHeader(Ipv4 source, Ipv4 destination, byte protocol, ushort length) =>
        InternetSum.Fold((ulong)source.Value + destination.Value + ((uint)protocol << 16 | length));

    /// <summary>in_addword: adds two sums.</summary>
    public static ushort AddWord(ushort sum, ushort other) => InternetSum.Fold((ulong)sum + other);

    /// <summary>
    /// in_cksum_update: the checksum of an IPv4 header whose time to live has been decremented by one (RFC 1141). It
    /// may be 0xffff where a full computation gives 0; both are valid (RFC 1624).
    /// </summary>
    public static ushort AfterHop(ushort checksum) => AddWord(checksum, Hop);

    /// <summary>
    /// The checksum as UDP sends it: 0 would mean no checksum, so it is sent as the equivalent 0xffff (udp_output,
    /// udp_input).
    /// </summary>
    public static ushort ForUdp(ushort checksum) => checksum == 0 ? ushort.MaxValue : checksum;
}
