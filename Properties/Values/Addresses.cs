using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>Addresses and ports at the ends of what has a meaning, and ones that are easily taken for others.</summary>
internal static class Addresses
{
    /// <summary>The ends of the loopback network, of classes D and E, of all there are; one beyond each.</summary>
    private static readonly Ipv4[] Edges =
    [
        new(1), Ipv4.Of(126, 255, 255, 255), Ipv4.Of(127, 0, 0, 0), Ipv4.Of(127, 255, 255, 255), Ipv4.Of(128, 0, 0, 0),
        Ipv4.Of(223, 255, 255, 255), Ipv4.Of(224, 0, 0, 0), Ipv4.Of(224, 0, 0, 1), Ipv4.Of(225, 0, 0, 1),
        Ipv4.Of(232, 0, 0, 1), Ipv4.Of(239, 255, 255, 255), Ipv4.Of(240, 0, 0, 0), Ipv4.Of(247, 255, 255, 255),
        Ipv4.Of(255, 0, 0, 0), Ipv4.Of(255, 255, 255, 254), Ipv4.Broadcast, Ipv4.Any, Ipv4.Loopback,
    ];

    /// <summary>Multicast groups: one mostly, so that sockets meet there, and the ends of class D.</summary>
    private static readonly Ipv4[] Groups =
    [
        Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3), Ipv4.Of(224, 1, 2, 3),
        Ipv4.Of(224, 0, 0, 0), Ipv4.Of(231, 0, 0, 9), Ipv4.Of(239, 255, 255, 255),
    ];

    /// <summary>One at which something begins or ends.</summary>
    public static Ipv4 Edge(ref Prng random) => random.Pick<Ipv4>(Edges);

    /// <summary>A group's.</summary>
    public static Ipv4 Group(ref Prng random) => random.Pick<Ipv4>(Groups);

    /// <summary>Another address: with its bytes the other way round, or with one bit changed.</summary>
    public static Ipv4 LookAlike(ref Prng random, Ipv4 address) => random.Chance(30)
        ? new Ipv4(BinaryPrimitives.ReverseEndianness(address.Value))
        : new Ipv4(address.Value ^ 1u << random.Below(32));

    /// <summary>Another port: with its bytes the other way round, or in the same chain of a small hash table.</summary>
    public static ushort LookAlike(ref Prng random, ushort port) => random.Chance(40)
        ? BinaryPrimitives.ReverseEndianness(port)
        : (ushort)(port + (16 << random.Below(12)));
}
