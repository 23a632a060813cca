using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>What comes over the wire: mostly to a socket, from where it expects something or from a stranger.</summary>
internal static class WireCalls
{
    private static readonly Ipv4 Stranger = Ipv4.Of(192, 0, 2, 7);

    public static Call? Udp(Scene scene) =>
        TryChooseEnds(scene, Protocol.Udp, out Endpoint source, out Endpoint destination)
            ? new Call.WireUdp(source, destination, scene.Datagram())
            : null;

    public static Call? Tcp(Scene scene) =>
        TryChooseEnds(scene, Protocol.Tcp, out Endpoint source, out Endpoint destination)
            ? new Call.WireTcp(source, destination)
            : null;

    /// <summary>False, mostly, where nobody could get it.</summary>
    private static bool TryChooseEnds(Scene scene, Protocol protocol, out Endpoint source, out Endpoint destination)
    {
        ref Prng random = ref scene.Random;
        Socket? receiver = random.Chance(90) ? scene.FindReceiver(protocol) : null;
        source = receiver is { IsConnected: true } && random.Chance(60) ? Peer(ref random, receiver.Foreign)
            : new Endpoint(SourceAddress(scene), (ushort)(9000 + random.Below(4)));
        destination = receiver is not null ? scene.ReachableAt(receiver)
            : new Endpoint(random.Chance(80) ? scene.OwnAddress() : scene.ForeignAddress(), scene.Port());
        return receiver is not null || random.Chance(30);
    }

    /// <summary>Whom a socket is connected to; now and then one who is the same but for the port.</summary>
    private static Endpoint Peer(ref Prng random, Endpoint foreign) => random.Chance(10)
        ? foreign with { Port = Addresses.LookAlike(ref random, foreign.Port) }
        : foreign;

    private static Ipv4 SourceAddress(Scene scene) => scene.Random.Below(25) switch
    {
        0 => scene.ForeignAddress(),
        1 => scene.OwnAddress(),
        _ => Stranger,
    };
}
