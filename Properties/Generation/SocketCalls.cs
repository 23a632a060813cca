using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>The calls on sockets, and what comes over the wire.</summary>
internal static class SocketCalls
{
    public static Call Socket(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int pid = scene.Caller.Pid;
        return random.Below(40) switch
        {
            0 => new Call.Socket(pid, AddressFamily.AF_INET6, SocketType.SOCK_DGRAM, Protocol.Default),
            1 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Tcp),
            2 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Tcp),
            3 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Udp),
            < 24 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default),
            _ => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default),
        };
    }

    public static Call Bind(Scene scene)
    {
        ushort port = scene.Random.Chance(40) ? (ushort)0 : scene.Port();
        SocketAddress address = scene.Argument(new Endpoint(scene.LocalAddress(), port));
        return new Call.Bind(scene.Caller.Pid, scene.Descriptor(), address);
    }

    public static Call Connect(Scene scene) =>
        new Call.Connect(scene.Caller.Pid, scene.Descriptor(), scene.Argument(scene.Remote()));

    public static Call Disconnect(Scene scene) =>
        new Call.Connect(scene.Caller.Pid, scene.Descriptor(Protocol.Udp), SocketAddress.Unspecified);

    public static Call Listen(Scene scene) =>
        new Call.Listen(scene.Caller.Pid, scene.Descriptor(Protocol.Tcp), scene.Random.Below(5) - 1);

    public static Call Accept(Scene scene) =>
        new Call.Accept(scene.Caller.Pid, scene.Descriptor(Protocol.Tcp));

    public static Call SendTo(Scene scene) => new Call.SendTo(
        scene.Caller.Pid, scene.Descriptor(Protocol.Udp), scene.Datagram(), scene.Argument(scene.Remote()));

    public static Call Send(Scene scene) =>
        new Call.SendTo(scene.Caller.Pid, scene.Descriptor(Protocol.Udp), scene.Datagram(), null);

    public static Call RecvFrom(Scene scene) =>
        new Call.RecvFrom(scene.Caller.Pid, scene.Descriptor(Protocol.Udp));

    public static Call GetSockName(Scene scene) =>
        new Call.GetSockName(scene.Caller.Pid, scene.Descriptor());

    public static Call GetPeerName(Scene scene) =>
        new Call.GetPeerName(scene.Caller.Pid, scene.Descriptor());

    public static Call SetSockOpt(Scene scene)
    {
        ref Prng random = ref scene.Random;
        SocketOption option = Option(ref random);
        int value = option == SocketOption.IP_PORTRANGE ? random.Below(16) switch
        {
            0 => -1,
            1 => 3,
            var range => range % 3,
        }
        : random.Below(4) switch { 0 => 0, 1 => -1, _ => 1 };
        return new Call.SetSockOpt(scene.Caller.Pid, scene.Descriptor(), option, value);
    }

    public static Call GetSockOpt(Scene scene) =>
        new Call.GetSockOpt(scene.Caller.Pid, scene.Descriptor(), Option(ref scene.Random));

    public static Call Close(Scene scene) => new Call.Close(scene.Caller.Pid, scene.Descriptor());

    public static Call WireUdp(Scene scene) => new Call.WireUdp(scene.Outside(), scene.Remote(), scene.Datagram());

    public static Call WireTcp(Scene scene) => new Call.WireTcp(scene.Outside(), scene.Remote());

    private static SocketOption Option(ref Prng random) => random.Below(20) switch
    {
        0 => (SocketOption)0x1009, // SO_PRIVSTATE, which is gone (S7).
        < 7 => SocketOption.SO_REUSEADDR,
        < 13 => SocketOption.SO_REUSEPORT,
        _ => SocketOption.IP_PORTRANGE,
    };
}
