using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>
/// Addresses at the bounds of reserved ranges, and addresses and ports that are easily mistaken for others.
/// </summary>
internal static class Addresses
{
    /// <summary>
    /// The first and last address of the loopback network, of classes D and E and of the address space, with their
    /// neighbours.
    /// </summary>
    private static readonly Ipv4[] Edges =
    [
        new(1), Ipv4.Of(126, 255, 255, 255), Ipv4.Of(127, 0, 0, 0), Ipv4.Of(127, 255, 255, 255), Ipv4.Of(128, 0, 0, 0),
        Ipv4.Of(223, 255, 255, 255), Ipv4.Of(224, 0, 0, 0), Ipv4.Of(224, 0, 0, 1), Ipv4.Of(225, 0, 0, 1),
        Ipv4.Of(232, 0, 0, 1), Ipv4.Of(239, 255, 255, 255), Ipv4.Of(240, 0, 0, 0), Ipv4.Of(247, 255, 255, 255),
        Ipv4.Of(255, 0, 0, 0), Ipv4.Of(255, 255, 255, 254), Ipv4.Broadcast, Ipv4.Any, Ipv4.Loopback,
    ];

    /// <summary>Multicast groups: mostly one, so that sockets share it, and others up to the end of class D.</summary>
    private static readonly Ipv4[] Groups =
    [
        Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3),
        Ipv4.Of(224, 0, 0, 0), Ipv4.Of(231, 0, 0, 9), Ipv4.Of(239, 255, 255, 255),
    ];

    /// <summary>A first or last address of a range.</summary>
    public static Ipv4 Edge(ref Prng random) => random.Pick<Ipv4>(Edges);

    /// <summary>The address of a multicast group.</summary>
    public static Ipv4 Group(ref Prng random) => random.Pick<Ipv4>(Groups);

    /// <summary>The address with its bytes reversed, or with one bit flipped.</summary>
    public static Ipv4 LookAlike(ref Prng random, Ipv4 address) => random.Chance(30)
        ? new Ipv4(BinaryPrimitives.ReverseEndianness(address.Value))
        : new Ipv4(address.Value ^ 1u << random.Below(32));

    /// <summary>The port with its bytes reversed, or another port in the same chain of a small hash table.</summary>
    public static ushort LookAlike(ref Prng random, ushort port) => random.Chance(40)
        ? BinaryPrimitives.ReverseEndianness(port)
        : (ushort)(port + (16 << random.Below(12)));
}
