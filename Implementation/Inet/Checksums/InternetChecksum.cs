using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// The checksums of the Internet protocols over packets as a kernel has them (S13): the functions of FreeBSD's
/// machine/in_cksum.h. Words are in network byte order, the first octet most significant, on every machine.
/// </summary>
public static class InternetChecksum
{
    /// <summary>Octets of an IPv4 header without options.</summary>
    public const int HeaderLength = 20;

    /// <summary>One less in the field for time to live, as it stands in its word of the header.</summary>
    private const ushort Hop = 0x100;

    /// <summary>in_cksum: the checksum of the first bytes of a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="length">How many bytes to sum.</param>
    /// <param name="checksum">Their checksum; of those that there are, where the packet is shorter.</param>
    /// <returns>False where the packet is shorter ("out of data").</returns>
    public static bool OfPacket(Mbuf? packet, int length, out ushort checksum) =>
        OfRest(packet, length, skip: 0, out checksum);

    /// <summary>
    /// in_cksum_skip: the checksum of a packet's first bytes without those at the beginning, which are skipped. The
    /// first one that is not begins a word.
    /// </summary>
    /// <param name="packet">The packet.</param>
    /// <param name="length">How many bytes, with those that are skipped.</param>
    /// <param name="skip">How many are skipped, at most <paramref name="length"/>.</param>
    /// <param name="checksum">The checksum of the others; of those that there are, where the packet is shorter.</param>
    /// <returns>False where the packet is shorter.</returns>
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
    /// <param name="header"><see cref="HeaderLength"/> bytes; more are not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
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
    /// in_pseudo: the sum, not the checksum, of the pseudo header of UDP and TCP. It has both addresses, an octet of 0,
    /// the protocol's number and a length.
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's.</param>
    /// <param name="protocol">The protocol's number.</param>
    /// <param name="length">Octets of its header and data.</param>
    public static ushort SumOfPseudoHeader(Ipv4 source, Ipv4 destination, byte protocol, ushort length) =>
        InternetSum.Fold((ulong)source.Value + destination.Value + ((uint)protocol << 16 | length));

    /// <summary>in_addword: two sums as one.</summary>
    public static ushort AddWord(ushort sum, ushort other) => InternetSum.Fold((ulong)sum + other);

    /// <summary>
    /// in_cksum_update: the checksum of an IPv4 header after its time to live has gone down by one (RFC 1141). It may
    /// be 0xffff where a sum of the whole header gives 0; both are right (RFC 1624).
    /// </summary>
    public static ushort AfterHop(ushort checksum) => AddWord(checksum, Hop);

    /// <summary>
    /// What UDP sends: there 0 says that there is no checksum, so 0 is sent as 0xffff, which is as right (udp_output,
    /// udp_input).
    /// </summary>
    public static ushort ForUdp(ushort checksum) => checksum == 0 ? ushort.MaxValue : checksum;
}
