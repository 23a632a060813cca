using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls on routing sockets, and messages that look up and change routes (S9).</summary>
internal static class RouteGenerator
{
    private const int Enough = 3;

    private static readonly RouteMessageKind[] Kinds =
    [
        RouteMessageKind.RTM_ADD, RouteMessageKind.RTM_ADD, RouteMessageKind.RTM_ADD, RouteMessageKind.RTM_GET,
        RouteMessageKind.RTM_GET, RouteMessageKind.RTM_DELETE, RouteMessageKind.RTM_DELETE,
        RouteMessageKind.RTM_CHANGE, RouteMessageKind.RTM_CHANGE, RouteMessageKind.RTM_LOCK,
        RouteMessageKind.RTM_IFINFO,
    ];

    /// <summary>Networks of machines, networks elsewhere, and hosts there.</summary>
    private static readonly Ipv4[] Destinations =
    [
        Ipv4.Any, Ipv4.Any, Ipv4.Of(10, 0, 0, 0), Ipv4.Of(10, 0, 0, 128), Ipv4.Of(172, 16, 0, 0),
        Ipv4.Of(192, 0, 2, 0), Ipv4.Of(192, 0, 2, 0), Endpoints.Stranger, Endpoints.Stranger,
    ];

    private static readonly int[] Prefixes = [0, 0, 8, 24, 24, 24, 25, 31, 32];

    private static readonly RouteOptions[] Flags =
    [
        RouteOptions.RTF_UP, RouteOptions.RTF_UP | RouteOptions.RTF_STATIC,
        RouteOptions.RTF_UP | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_STATIC,
        RouteOptions.RTF_UP | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_STATIC,
        RouteOptions.RTF_UP | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_HOST,
        RouteOptions.RTF_UP | RouteOptions.RTF_HOST | RouteOptions.RTF_STATIC,
        RouteOptions.RTF_UP | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_REJECT,
        RouteOptions.RTF_UP | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_BLACKHOLE,
        RouteOptions.RTF_UP | RouteOptions.RTF_HOST | RouteOptions.RTF_REJECT,
        RouteOptions.RTF_UP | RouteOptions.RTF_HOST | RouteOptions.RTF_BLACKHOLE,
        RouteOptions.RTF_UP | RouteOptions.RTF_CLONING, RouteOptions.None,
    ];

    public static Call? Any(RunContext run)
    {
        ref Prng random = ref run.Random;
        if (random.Chance(30))
        {
            return Along(run);
        }

        if (!run.TryPickSocket(socket => socket.Family == AddressFamily.AF_ROUTE, out SocketTarget target))
        {
            return Socket(run);
        }

        return random.Below(20) switch
        {
            0 => run.State.Sockets.Count(socket => socket.Family == AddressFamily.AF_ROUTE) < Enough
                ? Socket(run) : null,
            < 11 => TransferForms.Sending(run, target.Pid, target.Fd, OddMessage(run), null),
            11 => new Call.SetSockOpt(target.Pid, target.Fd, SocketOption.SO_USELOOPBACK, random.Below(2)),
            _ => new Call.RecvFrom(target.Pid, target.Fd, random.Chance(80) ? 65536 : random.Below(200)),
        };
    }

    /// <summary>A datagram to where a route leads; to all if that is everywhere.</summary>
    private static Call.SendTo? Along(RunContext run)
    {
        Ipv4[] destinations = [.. run.State.Network.Destinations];
        if (destinations.Length == 0
            || !run.TryPickSocket(socket => socket.Protocol == Protocol.Udp, out SocketTarget target))
        {
            return null;
        }

        Ipv4 destination = run.Random.Pick<Ipv4>(destinations);
        var there = new Endpoint(destination.IsAny ? Ipv4.Broadcast : destination, 53);
        return new Call.SendTo(target.Pid, target.Fd, run.Datagram(), SocketAddress.Inet(there));
    }

    /// <summary>By who may, mostly; of every family, of the Internet, or of one without routes.</summary>
    private static Call.Socket Socket(RunContext run)
    {
        var maker = run.Random.Chance(90)
            ? run.FindProcess(process => process.IsHostSuperuser) ?? run.AnyProcess()
            : run.AnyProcess();
        return new Call.Socket(
            maker.Pid, AddressFamily.AF_ROUTE, SocketType.SOCK_RAW, (Protocol)run.Random.Pick<int>([0, 0, 2, 2, 18]));
    }

    /// <summary>A message in which a byte may be wrong, or the end missing.</summary>
    private static Data OddMessage(RunContext run)
    {
        ref Prng random = ref run.Random;
        byte[] message = Message(run);
        if (random.Chance(10))
        {
            message[random.Below(message.Length)] = (byte)random.Next();
        }

        if (random.Chance(5) && message.Length > RouteMessages.FirstFamilyAt)
        {
            message[RouteMessages.FirstFamilyAt] = random.Pick<byte>([0, 1, 18, 35]);
        }

        return Data.Of(random.Chance(5) ? message.AsSpan(0, random.Below(message.Length)) : message);
    }

    private static byte[] Message(RunContext run)
    {
        ref Prng random = ref run.Random;
        RouteOptions flags = random.Pick<RouteOptions>(Flags);
        int prefix = random.Pick<int>(Prefixes);
        Ipv4? destination = random.Chance(3) ? null
            : random.Chance(20) ? run.OwnAddress() : random.Pick<Ipv4>(Destinations);
        RouteMessageKind kind = random.Pick<RouteMessageKind>(Kinds);
        Ipv4? gateway = random.Below(10) switch
        {
            < 4 when kind == RouteMessageKind.RTM_CHANGE => Endpoints.Stranger,
            0 => null,
            < 5 => run.OwnAddress(),
            < 7 => Ipv4.Of(10, 0, 0, 77),
            7 => random.Pick<Ipv4>(Destinations),
            _ => run.ForeignAddress(),
        };
        Ipv4? mask = random.Chance(30) ? null : new Ipv4((uint)(0xffff_ffffUL << 32 - prefix));
        bool asks = random.Chance(20);
        return RouteMessages.Make(
            kind, flags,
            [destination, gateway, mask, null, asks ? Ipv4.Any : null, asks ? run.OwnAddress() : null],
            random.Chance(15) ? random.Below(0x200) : 0, random.Below(3000));
    }
}
