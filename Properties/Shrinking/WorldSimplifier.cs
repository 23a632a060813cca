using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Machines that are simpler in one respect: when processes continue and hosts answer, an interface, alias, prefix,
/// file, setting or size.
/// </summary>
internal static class WorldSimplifier
{
    private const int DefaultPrefix = 24;

    private static readonly Tunables Default = new();

    /// <summary>One Ethernet interface: the simplest set of interfaces but the empty one.</summary>
    private static readonly ImmutableArray<Interface> OneInterface =
        [new Interface("fxp0", [new(Ipv4.Of(10, 0, 0, 1), DefaultPrefix)])];

    public static IEnumerable<World> Simpler(World world)
    {
        if (world.WakesLater)
        {
            yield return world with { WakesLater = false };
        }

        if (world.AnswersLater)
        {
            yield return world with { AnswersLater = false };
        }

        if (!world.Interfaces.IsEmpty && !world.Interfaces.SequenceEqual(OneInterface))
        {
            yield return world with { Interfaces = OneInterface };
        }

        for (int i = 0; i < world.Interfaces.Length; i++)
        {
            Interface nic = world.Interfaces[i];
            yield return world with { Interfaces = world.Interfaces.RemoveAt(i) };
            for (int j = 1; j < nic.Addresses.Length; j++)
            {
                Interface fewer = nic with { Addresses = nic.Addresses.RemoveAt(j) };
                yield return world with { Interfaces = world.Interfaces.SetItem(i, fewer) };
            }

            if (!nic.IsLoopback && nic.Addresses.Length > 0 && nic.Addresses[0].PrefixLength != DefaultPrefix)
            {
                InterfaceAddress simpler = nic.Addresses[0] with { PrefixLength = DefaultPrefix };
                Interface plain = nic with { Addresses = nic.Addresses.SetItem(0, simpler) };
                yield return world with { Interfaces = world.Interfaces.SetItem(i, plain) };
            }
        }

        foreach (ImmutableArray<BootFile> files in Simpler(world.Files))
        {
            yield return world with { Files = files };
        }

        for (int i = 0; i < world.Settings.Length; i++)
        {
            yield return world with { Settings = world.Settings.RemoveAt(i) };
        }

        foreach (Tunables simpler in Simpler(world.Tunables))
        {
            if (simpler != world.Tunables)
            {
                yield return world with { Tunables = simpler };
            }
        }
    }

    /// <summary>Without a file and the files below it, or with a simpler mode or owner of one.</summary>
    private static IEnumerable<ImmutableArray<BootFile>> Simpler(ImmutableArray<BootFile> files)
    {
        if (!files.IsEmpty)
        {
            yield return [];
        }

        for (int i = files.Length - 1; i >= 0; i--)
        {
            BootFile file = files[i];
            yield return [.. files.Where(other => other.Path != file.Path
                && !other.Path.StartsWith(file.Path + "/", StringComparison.Ordinal))];
            if (file.Mode != (file.Mode & FileModes.TypeMask | FileModes.Access))
            {
                yield return files.SetItem(i, file with { Mode = file.Mode & FileModes.TypeMask | FileModes.Access });
            }

            if (file.Uid != 0 || file.Gid != 0)
            {
                yield return files.SetItem(i, file with { Uid = 0, Gid = 0 });
            }
        }
    }

    private static IEnumerable<Tunables> Simpler(Tunables tunables) =>
    [
        tunables with { MaxProcesses = Default.MaxProcesses },
        tunables with { MaxFilesPerProcess = Default.MaxFilesPerProcess },
        tunables with { MaxSockets = Default.MaxSockets },
        tunables with { MaxBacklog = Default.MaxBacklog },
        tunables with { UdpReceiveSpace = Default.UdpReceiveSpace },
        tunables with { TcpHashSize = Default.TcpHashSize },
        tunables with { MaxPortHeads = Default.MaxPortHeads },
        tunables with { MaxNodes = Default.MaxNodes },
        tunables with { MaxPrisons = Default.MaxPrisons },
        tunables with { LastPid = Default.LastPid },
    ];
}
