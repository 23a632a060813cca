using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Machines;

/// <summary>
/// Generates interfaces: mostly a loopback and an Ethernet interface with aliases; also fewer, and overlapping
/// networks.
/// </summary>
internal static class InterfaceGenerator
{
    private static readonly Interface Loopback = new("lo0", [new(Ipv4.Loopback, 8)]);
    private static readonly Interface LoopbackWithAliases =
        new("lo0", [new(Ipv4.Loopback, 8), new(Ipv4.Of(127, 0, 0, 2), 0), new(Ipv4.Of(10, 0, 0, 4), 32)]);

    private static readonly Interface Unconfigured = new("ed0", []);
    private static readonly Interface OtherNetwork = new("fxp1", [new(Ipv4.Of(172, 16, 0, 1), 16)]);

    /// <summary>A subnet of the first Ethernet interface's network, on another wire.</summary>
    private static readonly Interface Subnet = new("fxp1", [new(Ipv4.Of(10, 0, 0, 129), 25)]);

    /// <summary>
    /// With a prefix of 30 bits, the broadcast address of 10.0.0.1 is 10.0.0.3, which is also an alias. With 31 bits, a
    /// network has no broadcast address.
    /// </summary>
    private static readonly int[] Prefixes = [24, 24, 24, 24, 29, 30, 31, 32];

    /// <summary>Among them 10.0.0.1 with its bytes reversed.</summary>
    private static readonly Ipv4[] Many =
    [
        Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 1), Ipv4.Of(10, 0, 0, 2), Ipv4.Of(10, 0, 1, 1), Ipv4.Of(1, 0, 0, 10),
        Ipv4.Of(172, 16, 0, 1), Ipv4.Of(192, 0, 2, 1), Ipv4.Of(126, 0, 0, 1), Ipv4.Of(223, 255, 255, 254),
    ];

    public static ImmutableArray<Interface> Next(ref Prng random) => random.Below(44) switch
    {
        0 => [],
        1 => [Loopback],
        2 => [Unconfigured],
        < 5 => [Unconfigured, Card(ref random), LoopbackWithAliases],
        < 10 => [Card(ref random), Loopback],
        < 14 => [Loopback, Card(ref random), OtherNetwork],
        < 18 => [Card(ref random), Loopback, Subnet],
        < 21 => [LoopbackWithAliases, Card(ref random)],
        < 24 => Several(ref random),
        _ => [Loopback, Card(ref random)],
    };

    /// <summary>
    /// Up to four interfaces with networks of any size, which may contain each other, and sometimes with the same
    /// address.
    /// </summary>
    private static ImmutableArray<Interface> Several(ref Prng random)
    {
        var cards = ImmutableArray.CreateBuilder<Interface>();
        for (int i = random.Below(4); i >= 0; i--)
        {
            cards.Add(new Interface($"de{i}", [new(random.Pick<Ipv4>(Many), AnyPrefix(ref random))]));
        }

        cards.Insert(random.Below(cards.Count + 1), Loopback);
        return cards.ToImmutable();
    }

    private static int AnyPrefix(ref Prng random) => random.Chance(30) ? 0 : random.Below(33);

    private static Interface Card(ref Prng random)
    {
        int prefix = random.Pick<int>(Prefixes);
        int aliasPrefix = random.Chance(80) ? 32 : prefix;
        ImmutableArray<InterfaceAddress> addresses =
            [new(Ipv4.Of(10, 0, 0, 1), prefix), new(Ipv4.Of(10, 0, 0, 2), aliasPrefix)];
        return new Interface(
            "fxp0", random.Chance(75) ? addresses.Add(new(Ipv4.Of(10, 0, 0, 3), aliasPrefix)) : addresses);
    }
}
