using System.Buffers.Binary;
using Verify.Abi;
using Verify.Implementation.Inet.Checksums;

namespace Verify.Implementation.Inet.Raw;

/// <summary>
/// An IPv4 packet: struct ip and what follows it. The kernel has length and offset in host byte order, and so has the
/// user of a raw socket (S11); the header is little-endian there, as on i386.
/// </summary>
internal readonly record struct Ipv4Packet
{
    /// <summary>The length of a header without options, in bytes.</summary>
    public const int LeastHeader = InternetChecksum.HeaderLength;

    /// <summary>IP_MAXPACKET: the longest packet, in bytes.</summary>
    public const int MaxLength = ushort.MaxValue;

    /// <summary>Version 4, five words.</summary>
    private const byte Plain = 0x45;

    private const int Version = 4;
    private const byte WordsMask = 0x0f;

    /// <summary>IP_RF, IP_DF, IP_MF and IP_OFFMASK.</summary>
    private const ushort Reserved = 0x8000;
    private const ushort DoNotFragment = 0x4000;
    private const ushort MoreFragments = 0x2000;
    private const ushort OffsetMask = 0x1fff;

    public Ipv4Packet()
    {
    }

    /// <summary>ip_vhl: the version, and the length of the header in words.</summary>
    public byte VersionAndLength { get; init; } = Plain;

    public byte TypeOfService { get; init; }

    /// <summary>ip_id. What the kernel sends has none (D52).</summary>
    public ushort Identification { get; init; }

    /// <summary>ip_off, with its three flags.</summary>
    public ushort Offset { get; init; }

    public byte TimeToLive { get; init; }

    public Protocol Protocol { get; init; }

    public Ipv4 Source { get; init; }

    public Ipv4 Destination { get; init; }

    /// <summary>What follows the first 20 bytes: options, if the header is longer, and the payload.</summary>
    public Data Rest { get; init; }

    /// <summary>The length of the header with its options, as it says itself, in bytes.</summary>
    public int HeaderLength => (VersionAndLength & WordsMask) * sizeof(uint);

    /// <summary>True if ip_input goes on with it: the version, the length of the header, and of the whole.</summary>
    public bool IsWellFormed => VersionAndLength >> 4 == Version && HeaderLength >= LeastHeader
        && Length <= MaxLength;

    /// <summary>ip_len: the length of the whole, in bytes.</summary>
    public int Length => LeastHeader + Rest.Length;

    public bool MustStayWhole => (Offset & DoNotFragment) != 0;

    public bool IsFragment => (Offset & (MoreFragments | OffsetMask)) != 0;

    /// <summary>
    /// Reads what the user of a raw socket with IP_HDRINCL sends: rip_output. False if the length in the header is less
    /// than the header's own or more than there is; or if there is no whole header, whose rest FreeBSD 4.0 would take
    /// from elsewhere (D55).
    /// </summary>
    public static bool TryRead(Data bytes, out Ipv4Packet packet)
    {
        packet = default;
        if (bytes.Length < LeastHeader)
        {
            return false;
        }

        ReadOnlySpan<byte> header = bytes.Slice(0, LeastHeader).ToArray();
        int length = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        if (length > bytes.Length || length < (header[0] & WordsMask) * sizeof(uint))
        {
            return false;
        }

        packet = new Ipv4Packet
        {
            VersionAndLength = header[0],
            TypeOfService = header[1],
            Identification = BinaryPrimitives.ReadUInt16BigEndian(header[4..]),
            Offset = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]),
            TimeToLive = header[8],
            Protocol = (Protocol)header[9],
            Source = new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(header[12..])),
            Destination = new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(header[16..])),
            Rest = bytes.Slice(LeastHeader, Math.Max(length - LeastHeader, 0)),
        };
        return true;
    }

    /// <summary>
    /// The packet as ip_input leaves it: the length without the header, and every number but the checksum in host byte
    /// order. The reserved flag takes the others with it.
    /// </summary>
    public Data AsReceived()
    {
        Span<byte> header = stackalloc byte[LeastHeader];
        header[0] = VersionAndLength;
        header[1] = TypeOfService;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)Length);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], Identification);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], Offset);
        header[8] = TimeToLive;
        header[9] = (byte)Protocol;
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], Source.Value);
        BinaryPrimitives.WriteUInt32BigEndian(header[16..], Destination.Value);

        InternetSum sum = default;
        sum.Add(header);
        sum.Add(Rest.Slice(0, HeaderLength - LeastHeader).ToArray());
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], sum.Checksum);

        int length = Length - HeaderLength;
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Identification);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (Offset & Reserved) != 0 ? (ushort)0 : Offset);
        return Data.Of(header).Then(Rest);
    }
}
