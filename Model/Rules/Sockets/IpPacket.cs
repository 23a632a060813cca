using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Model.Rules.Sockets;

/// <summary>An IPv4 packet: the numbers of its header, and the bytes behind the first twenty.</summary>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Source">Its source.</param>
/// <param name="Destination">Its destination.</param>
/// <param name="Rest">Options and payload; maybe more than its length admits.</param>
internal readonly record struct IpPacket(Protocol Protocol, Ipv4 Source, Ipv4 Destination, Data Rest)
{
    /// <summary>The length of a header without options, in bytes.</summary>
    public const int HeaderSize = 20;

    /// <summary>IP_MAXPACKET: the length of the longest packet, in bytes.</summary>
    public const int Longest = ushort.MaxValue;

    /// <summary>Version 4, and a header of five words.</summary>
    private const byte PlainStart = 0x45;

    private const int Version = 4;

    /// <summary>IP_RF, reserved.</summary>
    private const int ReservedFlag = 0x8000;

    /// <summary>IP_MF and IP_OFFMASK: more fragments follow, and where this one begins.</summary>
    private const int FragmentMask = 0x3fff;

    /// <summary>Version and length of the header.</summary>
    public byte Start { get; private init; } = PlainStart;

    /// <summary>ip_tos.</summary>
    public byte TypeOfService { get; private init; }

    /// <summary>ip_len, with the header.</summary>
    public ushort Length { get; private init; } = unchecked((ushort)(HeaderSize + Rest.Length));

    /// <summary>ip_id.</summary>
    public ushort Identification { get; private init; }

    /// <summary>ip_off: three flags, and the place of a fragment.</summary>
    public ushort Place { get; private init; }

    /// <summary>ip_ttl.</summary>
    public byte TimeToLive { get; init; }

    /// <summary>The length of the header as it says itself, in bytes.</summary>
    public int HeaderLength => (Start & 15) * sizeof(int);

    /// <summary>True if the header can be one: version 4 and at least twenty bytes.</summary>
    public bool IsWellFormed => Start >> 4 == Version && HeaderLength >= HeaderSize;

    /// <summary>True for a part of a larger packet.</summary>
    public bool IsFragment => (Place & FragmentMask) != 0;

    /// <summary>The options of the header.</summary>
    public Data Options => Rest.Slice(0, HeaderLength - HeaderSize);

    /// <summary>
    /// Reads a packet whose header a process has written on i386: there ip_len and ip_off are in host order, the rest
    /// is as on the wire.
    /// </summary>
    /// <param name="data">At least a header without options.</param>
    public static IpPacket Read(Data data)
    {
        ReadOnlySpan<byte> bytes = data.ToArray();
        return new IpPacket(
            (Protocol)bytes[9],
            new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..])),
            new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..])),
            Data.Of(bytes[HeaderSize..]))
        {
            Start = bytes[0],
            TypeOfService = bytes[1],
            Length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
            Identification = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]),
            Place = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
            TimeToLive = bytes[8],
        };
    }

    /// <summary>
    /// What a raw socket receives of a whole packet on i386: the numbers in host order, the length without the header,
    /// and only what the length admits. After a look for fragments no flag is left
    /// (netinet/ip_input.c: ip_input).
    /// </summary>
    public Data Received()
    {
        byte[] header = new byte[HeaderSize];
        Write(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), (ushort)(Length - HeaderLength));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Identification);
        BinaryPrimitives.WriteUInt16LittleEndian(
            header.AsSpan(6), (Place & ReservedFlag) == 0 ? Place : (ushort)0);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), Checksum());
        return Data.Of(header).Then(Rest.Slice(0, Length - HeaderSize));
    }

    /// <summary>The sum over the header as it was on the wire (RFC 1071).</summary>
    private ushort Checksum()
    {
        byte[] header = new byte[HeaderLength];
        Write(header);
        Options.ToArray().CopyTo(header.AsSpan(HeaderSize));
        uint sum = 0;
        for (int i = 0; i < header.Length; i += sizeof(ushort))
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(i));
        }

        // Ones' complement: 2 to the power of 16 is 1, and there is no other form of 0 than 0xffff.
        return (ushort)~(sum == 0 ? 0 : 1 + (sum - 1) % ushort.MaxValue);
    }

    /// <summary>Writes the header as on the wire, with a checksum of 0.</summary>
    private void Write(Span<byte> header)
    {
        (header[0], header[1], header[8], header[9]) = (Start, TypeOfService, TimeToLive, (byte)Protocol);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], Length);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], Identification);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], Place);
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], Source.Value);
        BinaryPrimitives.WriteUInt32BigEndian(header[16..], Destination.Value);
    }
}
