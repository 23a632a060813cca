using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Worlds that are plainer by one thing: an interface, alias, prefix, file, setting or size.</summary>
internal static class WorldSimplifier
{
    private const int PlainPrefix = 24;

    private static readonly Tunables Plain = new();

    /// <summary>Nothing but one card: the plainest interfaces, but for none at all.</summary>
    private static readonly ImmutableArray<Interface> OneCard =
        [new Interface("fxp0", [new(Ipv4.Of(10, 0, 0, 1), PlainPrefix)])];

    public static IEnumerable<World> Simpler(World world)
    {
        if (!world.Interfaces.IsEmpty && !world.Interfaces.SequenceEqual(OneCard))
        {
            yield return world with { Interfaces = OneCard };
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

            if (!nic.IsLoopback && nic.Addresses.Length > 0 && nic.Addresses[0].PrefixLength != PlainPrefix)
            {
                InterfaceAddress plainer = nic.Addresses[0] with { PrefixLength = PlainPrefix };
                Interface plain = nic with { Addresses = nic.Addresses.SetItem(0, plainer) };
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

        foreach (Tunables plainer in Simpler(world.Tunables))
        {
            if (plainer != world.Tunables)
            {
                yield return world with { Tunables = plainer };
            }
        }
    }

    /// <summary>Without a file and what is in it; with a plainer mode or owner.</summary>
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
        tunables with { MaxProcesses = Plain.MaxProcesses },
        tunables with { MaxFilesPerProcess = Plain.MaxFilesPerProcess },
        tunables with { MaxSockets = Plain.MaxSockets },
        tunables with { MaxBacklog = Plain.MaxBacklog },
        tunables with { UdpReceiveSpace = Plain.UdpReceiveSpace },
        tunables with { TcpHashSize = Plain.TcpHashSize },
        tunables with { MaxPortHeads = Plain.MaxPortHeads },
        tunables with { MaxNodes = Plain.MaxNodes },
        tunables with { MaxPrisons = Plain.MaxPrisons },
        tunables with { LastPid = Plain.LastPid },
    ];
}
