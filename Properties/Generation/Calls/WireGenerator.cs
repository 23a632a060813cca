using Verify.Abi;
using Verify.Model;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates packets from the network, mostly to a socket, from its peer or from a stranger.</summary>
internal static class WireGenerator
{
    public static Call? Udp(RunContext run) =>
        TryChooseEndpoints(run, Protocol.Udp, out Endpoint source, out Endpoint destination)
            ? WithChecksum(ref run.Random, new Call.WireUdp(source, destination, run.Datagram()))
            : null;

    /// <summary>Time passes: often a few ticks of the clock, or about one less; mostly less than a second.</summary>
    public static Call? Idle(RunContext run) => new Call.WireIdle(run.Random.Below(12) switch
    {
        0 => int.MaxValue,
        < 4 => 10 * (1 + run.Random.Below(3)),
        < 7 => 1 + run.Random.Below(20),
        _ => 1 + run.Random.Below(1500),
    });

    public static Call? Tcp(RunContext run) =>
        TryChooseEndpoints(run, Protocol.Tcp, out Endpoint source, out Endpoint destination)
            ? new Call.WireTcp(source, destination)
            : null;

    /// <summary>The datagram, seldom with a checksum: none, the right one, or one that is nearly right (S11).</summary>
    private static Call.WireUdp WithChecksum(ref Prng random, Call.WireUdp datagram) => random.Below(40) switch
    {
        0 => datagram with { Checksum = 0 },
        < 4 and var choice => datagram with
        {
            Checksum = Nearly(ref random, Spec.ChecksumOf(datagram), choice),
        },
        _ => datagram,
    };

    /// <summary>For 1 the right checksum, for 2 and 3 one that is like it.</summary>
    private static ushort Nearly(ref Prng random, ushort right, int choice) => choice switch
    {
        1 => right,
        2 => (ushort)(right ^ 1 << random.Below(16)),
        _ => (ushort)(random.Chance(50) ? ~right : right + random.Below(9)),
    };

    /// <summary>Chooses source and destination; mostly false if no socket can receive.</summary>
    private static bool TryChooseEndpoints(
        RunContext run, Protocol protocol, out Endpoint source, out Endpoint destination)
    {
        ref Prng random = ref run.Random;
        Socket? receiver = random.Chance(90) ? run.FindReceiver(protocol) : null;
        source = receiver is { IsConnected: true } && random.Chance(60) ? Peer(ref random, receiver.Foreign)
            : new Endpoint(SourceAddress(run), (ushort)(9000 + random.Below(4)));
        destination = receiver is not null && random.Chance(12)
                ? new Endpoint(run.ManyAddress(), receiver.Local.Port)
            : receiver is not null ? run.ReachableAt(receiver)
            : new Endpoint(random.Chance(80) ? run.OwnAddress() : run.ForeignAddress(), run.Port());
        return receiver is not null || random.Chance(30);
    }

    /// <summary>The foreign endpoint of a connected socket, sometimes with another port.</summary>
    private static Endpoint Peer(ref Prng random, Endpoint foreign) => random.Chance(10)
        ? foreign with { Port = Addresses.LookAlike(ref random, foreign.Port) }
        : foreign;

    private static Ipv4 SourceAddress(RunContext run) => run.Random.Below(25) switch
    {
        < 3 => run.ForeignAddress(),
        3 => run.OwnAddress(),
        _ => Endpoints.Stranger,
    };
}
