using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>The calls of ifconfig(8): addresses come and go, interfaces go down and up (J3, J9, S7).</summary>
internal static class InterfaceCallGenerator
{
    private static readonly string[] OddNames = ["xl9", "fxp", "", "fxp00", "lo0"];

    private static readonly Ipv4[] New =
    [
        Ipv4.Of(10, 0, 0, 2), Ipv4.Of(10, 0, 0, 3), Ipv4.Of(10, 0, 0, 130), Ipv4.Of(172, 16, 0, 1),
        Ipv4.Of(192, 0, 2, 7), Ipv4.Of(127, 0, 0, 2), Ipv4.Of(10, 0, 0, 255), Ipv4.Any, Ipv4.Of(224, 0, 0, 9),
    ];

    private static readonly int[] Prefixes = [0, 8, 24, 24, 25, 30, 32, 32, 32];

    public static Call? Change(RunContext run)
    {
        ref Prng random = ref run.Random;
        if (!run.TryPickSocket(out SocketTarget target))
        {
            return null;
        }

        if (random.Chance(70) && UnderMulticast(run) is { } call)
        {
            return call;
        }

        (int pid, int fd) = Holder(run, target);
        string name = Name(run);
        return random.Below(10) switch
        {
            < 3 => new Call.IoctlAddAddress(pid, fd, name, new(Address(run), random.Pick<int>(Prefixes))),
            < 6 => new Call.IoctlDeleteAddress(pid, fd, name, Address(run)),
            _ => new Call.IoctlSetInterfaceFlags(
                pid, fd, name,
                random.Chance(70) ? InterfaceOptions.IFF_UP : (InterfaceOptions)random.Below(0x10000)),
        };
    }

    public static Call? Ask(RunContext run) =>
        !run.TryPickSocket(out SocketTarget target) ? null
        : run.Random.Below(4) switch
        {
            0 => new Call.IoctlGetInterfaceFlags(target.Pid, target.Fd, Name(run)),
            1 => new Call.IoctlInterfaces(
                target.Pid, target.Fd, run.Random.Chance(70) ? 1024 : run.Random.Below(300)),
            _ => new Call.IoctlGetAddress(target.Pid, target.Fd, Name(run)),
        };

    /// <summary>
    /// Takes the address of an interface that a socket sends its multicast datagrams over, or sends one if none is
    /// left; null if there is no such socket.
    /// </summary>
    private static Call? UnderMulticast(RunContext run)
    {
        if (!run.TryPickSocket(socket => socket.Multicast.Interface is not null, out SocketTarget sender)
            || run.State.FindProcess(sender.Pid) is not { } process
            || run.State.SocketAt(process, sender.Fd)?.Multicast.Interface is not { } name)
        {
            return null;
        }

        if (run.State.Network.FirstOf(name) is not { } address)
        {
            return new Call.SendTo(
                sender.Pid, sender.Fd, run.Datagram(), SocketAddress.Inet(Ipv4.Of(224, 0, 0, 9), 53));
        }

        (int pid, int fd) = Holder(run, sender);
        return new Call.IoctlDeleteAddress(pid, fd, name, address);
    }

    /// <summary>Mostly somebody who may change interfaces.</summary>
    private static (int Pid, int Fd) Holder(RunContext run, SocketTarget target)
    {
        Process? superuser = run.Random.Chance(80) ? run.FindProcess(process => process.IsHostSuperuser) : null;
        for (int fd = 0; superuser is not null && fd < superuser.Files.Length; fd++)
        {
            if (run.State.SocketAt(superuser, fd) is not null)
            {
                return (superuser.Pid, fd);
            }
        }

        return (target.Pid, target.Fd);
    }

    private static Ipv4 Address(RunContext run) =>
        run.Random.Chance(50) ? run.OwnAddress()
        : run.Random.Chance(30) && run.FindSocket(socket => socket.Prison is not null) is { Prison: { } prison }
            ? prison.Address
        : run.Random.Pick<Ipv4>(New);

    private static string Name(RunContext run)
    {
        var all = run.State.World.Interfaces;
        return all.IsEmpty || run.Random.Chance(10)
            ? run.Random.Pick<string>(OddNames)
            : all[run.Random.Below(all.Length)].Name;
    }
}
