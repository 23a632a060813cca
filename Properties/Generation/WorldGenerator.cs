using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>Makes machines whose limits are near: a few addresses, ranges of a few ports, small sizes now and then.</summary>
internal static class WorldGenerator
{
    private static readonly ImmutableArray<InterfaceAddress> Loopback = [new(Ipv4.Loopback, 8)];

    public static World Next(ref Prng random) => new()
    {
        Interfaces = Interfaces(ref random),
        Settings = Settings(ref random),
        Tunables = new Tunables
        {
            MaxProcesses = random.Chance(20) ? 2 + random.Below(3) : 8,
            MaxFilesPerProcess = random.Chance(20) ? 4 + random.Below(3) : 16,
            MaxSockets = random.Chance(20) ? 1 + random.Below(6) : 64,
            MaxBacklog = random.Chance(30) ? 1 + random.Below(3) : 128,
            UdpReceiveSpace = random.Chance(20) ? 17 + random.Below(40) : 41600,
            TcpHashSize = 1 << random.Below(5),
            MaxPortHeads = random.Chance(20) ? random.Below(4) : int.MaxValue,
        },
    };

    private static ImmutableArray<Interface> Interfaces(ref Prng random)
    {
        var loopback = new Interface("lo0", Loopback);
        return random.Below(40) switch
        {
            0 => [],
            1 => [loopback],
            < 8 => [Network(ref random), loopback],
            < 14 => [loopback, Network(ref random), new Interface("fxp1", [new(Ipv4.Of(172, 16, 0, 1), 16)])],
            _ => [loopback, Network(ref random)],
        };
    }

    private static Interface Network(ref Prng random)
    {
        int aliasPrefix = random.Chance(80) ? 32 : 24;
        return new Interface(
            "fxp0",
            [
                new(Ipv4.Of(10, 0, 0, 1), 24),
                new(Ipv4.Of(10, 0, 0, 2), aliasPrefix),
                new(Ipv4.Of(10, 0, 0, 3), aliasPrefix),
            ]);
    }

    private static ImmutableArray<PortSetting> Settings(ref Prng random)
    {
        if (random.Chance(10))
        {
            return [];
        }

        var settings = ImmutableArray.CreateBuilder<PortSetting>();
        AddRange(ref random, settings, PortVariable.First, PortVariable.Last, random.Chance(70) ? 1024 : 65533);
        AddRange(ref random, settings, PortVariable.HiFirst, PortVariable.HiLast, random.Chance(70) ? 65533 : 1024);
        AddRange(ref random, settings, PortVariable.LowFirst, PortVariable.LowLast, random.Chance(70) ? 1021 : 1);
        return settings.ToImmutable();
    }

    private static void AddRange(
        ref Prng random,
        ImmutableArray<PortSetting>.Builder settings,
        PortVariable first,
        PortVariable last,
        int lowest)
    {
        int size = random.Below(4);
        bool down = random.Chance(40);
        settings.Add(new PortSetting(first, down ? lowest + size : lowest));
        settings.Add(new PortSetting(last, down ? lowest : lowest + size));
    }
}
