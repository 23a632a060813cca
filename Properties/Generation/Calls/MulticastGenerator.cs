using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates memberships in multicast groups, and addresses that mean many hosts (S11).</summary>
internal static class MulticastGenerator
{
    private static readonly Ipv4 AllHosts = Ipv4.Of(224, 0, 0, 1);

    /// <summary>Joins a group, or leaves one; mostly with a datagram socket.</summary>
    public static Call? Membership(RunContext run)
    {
        ref Prng random = ref run.Random;
        bool isPicked = random.Chance(90)
            ? run.TryPickSocket(IsUdp, out SocketTarget target)
            : run.TryPickSocket(out target);
        SocketOption option = random.Chance(65) ? SocketOption.IP_ADD_MEMBERSHIP : SocketOption.IP_DROP_MEMBERSHIP;
        return isPicked && run.Available.Has(option)
            ? new Call.SetSockOptGroup(target.Pid, target.Fd, option, Group(ref random), Card(run))
            : null;
    }

    /// <summary>The address of an interface as multicast options take it.</summary>
    public static Ipv4 Card(RunContext run) => run.Random.Below(10) switch
    {
        < 4 => Ipv4.Any,
        < 9 => run.OwnAddress(),
        _ => run.ForeignAddress(),
    };

    /// <summary>A group, or a broadcast address: what several sockets may receive.</summary>
    public static Ipv4 ManyAddress(this RunContext run) => run.Random.Below(10) switch
    {
        < 5 => Addresses.Group(ref run.Random),
        5 => AllHosts,
        6 => Ipv4.Broadcast,
        _ => run.BroadcastAddress(),
    };

    private static Ipv4 Group(ref Prng random) => random.Below(12) switch
    {
        0 => AllHosts,
        1 => Addresses.Edge(ref random),
        _ => Addresses.Group(ref random),
    };

    private static bool IsUdp(Socket socket) => socket.Protocol == Protocol.Udp;
}
