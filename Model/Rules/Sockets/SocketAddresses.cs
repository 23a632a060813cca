using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>The addresses behind the header of a routing message, as bytes.</summary>
internal static class SocketAddresses
{
    /// <summary>Addresses begin at multiples of it.</summary>
    public const int Alignment = 4;

    /// <summary>The bytes of a mask before those that count: length, family and port.</summary>
    private const int MaskStart = 4;

    /// <summary>An address of the Internet.</summary>
    public static byte[] Of(Ipv4 address)
    {
        byte[] bytes = new byte[SocketAddress.InetLength];
        (bytes[0], bytes[1]) = (SocketAddress.InetLength, (byte)AddressFamily.AF_INET);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(MaskStart), address.Value);
        return bytes;
    }

    /// <summary>The mask of an address as ifconfig(8) gives it: without a family, cut after the last one bit.</summary>
    public static byte[] GivenMask(int prefix)
    {
        byte[] bytes = new byte[2 * Alignment];
        bytes[0] = (byte)(MaskStart + (prefix + 7) / 8);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(MaskStart), MaskOf(prefix));
        return bytes;
    }

    /// <summary>A mask as the table keeps it: what is not compared is ones; that of every address is zeros.</summary>
    public static byte[] TableMask(int prefix)
    {
        if (prefix == 0)
        {
            return new byte[Alignment];
        }

        byte[] bytes = GivenMask(prefix);
        bytes.AsSpan(1, MaskStart - 1).Fill(0xff);
        return bytes;
    }

    /// <summary>What a message shows of a route: destination, gateway and, unless it is of a host, mask.</summary>
    /// <param name="route">The route.</param>
    /// <param name="card">Its interface.</param>
    /// <param name="parts">Which addresses these are.</param>
    public static byte[] Of(Route route, Card card, out RouteParts parts)
    {
        parts = RouteParts.Destination | RouteParts.Gateway
            | (route.Prefix is null ? RouteParts.None : RouteParts.Netmask);
        byte[] gateway = route.Gateway is { } address ? Of(address) : Padded(LinkAddresses.Nameless(card));
        return [.. Of(route.Destination), .. gateway, .. route.Prefix is { } prefix ? TableMask(prefix) : []];
    }

    /// <summary>The room of an address of some length.</summary>
    public static int RoomOf(int length) => Math.Max((length + Alignment - 1) / Alignment, 1) * Alignment;

    private static byte[] Padded(byte[] address)
    {
        Array.Resize(ref address, RoomOf(address.Length));
        return address;
    }

    private static uint MaskOf(int prefix) => unchecked((uint)(0xffff_ffffUL << Ipv4Networks.AllBits - prefix));
}
