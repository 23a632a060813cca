using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Machines;

/// <summary>Generates machines with low limits: few addresses, ranges of a few ports, small tables.</summary>
internal static class WorldGenerator
{
    /// <summary>
    /// Receive buffers, in bytes, that just hold or just do not hold one to three datagrams of 0 to 8 bytes, each with
    /// 16 bytes for its sender.
    /// </summary>
    private static readonly int[] ReceiveSpaces = [15, 16, 17, 21, 22, 23, 24, 32, 33, 37, 38, 40, 48];

    /// <summary>Pids before the first with another digit or another byte, and before the highest one.</summary>
    private static readonly int[] LastPids = [8, 97, 254, 998, 65535, 99990, 99995, 99996, 99997];

    /// <summary>A machine.</summary>
    /// <param name="random">Determines the machine.</param>
    /// <param name="withFiles">True for files besides the root directory.</param>
    /// <param name="isRoomy">True for high limits.</param>
    /// <param name="available">The calls that the system has.</param>
    public static World Next(ref Prng random, bool withFiles, bool isRoomy, AvailableCalls available)
    {
        ImmutableArray<BootFile> files = withFiles ? BootFileGenerator.Next(ref random) : [];
        return new World
        {
            Interfaces = InterfaceGenerator.Next(ref random),
            Settings = Settings(ref random),
            Files = files,
            Tunables = isRoomy ? Roomy(ref random) : Sizes(ref random, files.Length),
            WakesLater = random.Chance(33) && available.Has(typeof(Call.Resume)),
            AnswersLater = random.Chance(15) && available.Has(typeof(Call.WireTcpAccept)),
        };
    }

    private static Tunables Roomy(ref Prng random) => new()
    {
        TcpHashSize = 1 << random.Below(5),
        LastPid = LastPid(ref random),
    };

    private static Tunables Sizes(ref Prng random, int files) => new()
    {
        MaxProcesses = random.Chance(20) ? 2 + random.Below(3) : 8,
        MaxFilesPerProcess = random.Chance(20) ? 4 + random.Below(3) : 16,
        MaxSockets = random.Chance(15) ? 1 + random.Below(6) : 64,
        MaxBacklog = random.Chance(30) ? 1 + random.Below(3) : 128,
        UdpReceiveSpace = random.Chance(25) ? random.Pick<int>(ReceiveSpaces) : 41600,
        TcpHashSize = 1 << random.Below(5),
        MaxPortHeads = random.Chance(15) ? random.Below(4) : int.MaxValue,
        MaxNodes = files > 0 && random.Chance(20) ? files + 1 + random.Below(6) : int.MaxValue,
        MaxPrisons = random.Chance(10) ? 1 + random.Below(2) : int.MaxValue,
        LastPid = LastPid(ref random),
    };

    private static int LastPid(ref Prng random) => random.Chance(8) ? random.Pick<int>(LastPids) : 1;

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
