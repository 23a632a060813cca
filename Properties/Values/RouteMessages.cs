using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>Makes messages for routing sockets: struct rt_msghdr of i386 and the addresses behind it (S9).</summary>
internal static class RouteMessages
{
    /// <summary>Where the family of the first address is: behind the header, and the length of the address.</summary>
    public const int FirstFamilyAt = HeaderLength + 1;

    private const int HeaderLength = 92;
    private const int InetLength = 16;
    private const byte Version = 5;

    /// <summary>A message with some of destination, gateway and mask.</summary>
    /// <param name="kind">rtm_type.</param>
    /// <param name="flags">rtm_flags.</param>
    /// <param name="addresses">In the order of their bits, from RTA_DST; null for one that is not there.</param>
    /// <param name="inits">rtm_inits: which metrics are set.</param>
    /// <param name="metric">The value of each metric.</param>
    public static byte[] Make(
        RouteMessageKind kind, RouteOptions flags, ReadOnlySpan<Ipv4?> addresses, int inits = 0, int metric = 0)
    {
        List<byte> message = [.. new byte[HeaderLength]];
        int which = 0;
        for (int bit = 0; bit < addresses.Length; bit++)
        {
            if (addresses[bit] is { } address)
            {
                which |= 1 << bit;
                message.AddRange(Inet(address));
            }
        }

        byte[] bytes = [.. message];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)bytes.Length);
        bytes[2] = Version;
        bytes[3] = (byte)kind;
        Span<byte> fields = bytes.AsSpan(8);
        foreach (int field in (ReadOnlySpan<int>)[(int)flags, which, 0, 0, 0, 0, inits, inits])
        {
            BinaryPrimitives.WriteInt32LittleEndian(fields, field);
            fields = fields[sizeof(int)..];
        }

        for (int i = 0; i < 9; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(fields, metric);
            fields = fields[sizeof(int)..];
        }

        return bytes;
    }

    private static byte[] Inet(Ipv4 address)
    {
        byte[] bytes = new byte[InetLength];
        (bytes[0], bytes[1]) = (InetLength, (byte)AddressFamily.AF_INET);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), address.Value);
        return bytes;
    }
}
