using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Worlds that are plainer by one thing: an interface, an alias, a prefix, a setting, a size.</summary>
internal static class WorldSimplifier
{
    private const int PlainPrefix = 24;

    private static readonly Tunables Plain = new();

    public static IEnumerable<World> Simpler(World world)
    {
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

    private static IEnumerable<Tunables> Simpler(Tunables tunables) =>
    [
        tunables with { MaxProcesses = Plain.MaxProcesses },
        tunables with { MaxFilesPerProcess = Plain.MaxFilesPerProcess },
        tunables with { MaxSockets = Plain.MaxSockets },
        tunables with { MaxBacklog = Plain.MaxBacklog },
        tunables with { UdpReceiveSpace = Plain.UdpReceiveSpace },
        tunables with { TcpHashSize = Plain.TcpHashSize },
        tunables with { MaxPortHeads = Plain.MaxPortHeads },
    ];
}
