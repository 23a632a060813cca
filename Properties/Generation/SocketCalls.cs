using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>socket, close, getsockname, getpeername.</summary>
internal static class SocketCalls
{
    private const int Crowd = 10;

    public static Call? Socket(Scene scene)
    {
        ref Prng random = ref scene.Random;
        if (scene.State.Sockets.Length > Crowd && random.Chance(75))
        {
            return null;
        }

        int pid = scene.AnyProcess().Pid;
        return scene.Theme != Theme.Network && random.Chance(25) ? Idle(pid, ref random) : random.Below(40) switch
        {
            0 => new Call.Socket(pid, AddressFamily.AF_INET6, SocketType.SOCK_DGRAM, Protocol.Default),
            1 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Tcp),
            2 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Tcp),
            3 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Udp),
            < 22 => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default),
            _ => new Call.Socket(pid, AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default),
        };
    }

    /// <summary>
    /// Mostly of sockets that are good for nothing else, so that others live long enough to meet; or of one end of a
    /// connection whose other end waits to be accepted.
    /// </summary>
    public static Call? Close(Scene scene)
    {
        Func<Socket, bool> fits = scene.Random.Below(20) switch
        {
            < 10 => IsAny,
            < 13 => socket => socket.Peer != 0 && scene.State.OwnerOf(socket.Peer) is null,
            _ => IsGone,
        };
        return scene.TryAim(fits, out Aim aim) ? new Call.Close(aim.Pid, aim.Fd) : null;
    }

    public static Call? GetSockName(Scene scene) =>
        scene.TryAim(out Aim aim) ? new Call.GetSockName(aim.Pid, aim.Fd) : null;

    public static Call? GetPeerName(Scene scene) =>
        (scene.Random.Chance(20) ? scene.TryAim(out Aim aim) : scene.TryAim(IsConnected, out aim))
            ? new Call.GetPeerName(aim.Pid, aim.Fd)
            : null;

    /// <summary>Of the families and types that carry nothing yet, and of misfits among them (J9).</summary>
    private static Call.Socket Idle(int pid, ref Prng random)
    {
        AddressFamily domain = random.Pick<AddressFamily>(
            [
                AddressFamily.AF_LOCAL, AddressFamily.AF_LOCAL, AddressFamily.AF_ROUTE, AddressFamily.AF_IPX,
                AddressFamily.AF_INET,
            ]);
        SocketType type = domain switch
        {
            _ when random.Chance(10) => (SocketType)(1 + random.Below(4)),
            AddressFamily.AF_ROUTE or AddressFamily.AF_INET => SocketType.SOCK_RAW,
            AddressFamily.AF_LOCAL when random.Chance(50) => SocketType.SOCK_STREAM,
            _ => SocketType.SOCK_DGRAM,
        };
        return new Call.Socket(pid, domain, type, (Protocol)(random.Chance(85) ? 0 : random.Below(3)));
    }

    private static bool IsAny(Socket socket) => true;

    private static bool IsGone(Socket socket) => socket.IsGone;

    private static bool IsConnected(Socket socket) => socket.IsConnected;
}
