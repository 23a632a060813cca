using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates socket(2), close(2), getsockname(2) and getpeername(2).</summary>
internal static class SocketGenerator
{
    private const int Crowd = 10;

    public static Call? Socket(RunContext run)
    {
        ref Prng random = ref run.Random;
        if (run.State.Sockets.Length > Crowd && random.Chance(75))
        {
            return null;
        }

        int pid = run.AnyProcess().Pid;
        return run.Theme != Theme.Network && random.Chance(25) ? Idle(pid, ref random) : random.Below(40) switch
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
    /// Often of a socket whose peer is gone, so that others live long enough to interact, or of one end of a connection
    /// whose other end waits to be accepted.
    /// </summary>
    public static Call? Close(RunContext run)
    {
        Func<Socket, bool> fits = run.Random.Below(20) switch
        {
            < 10 => IsAny,
            < 13 => socket => socket.Peer != 0 && run.State.OwnerOf(socket.Peer) is null,
            _ => IsGone,
        };
        return run.TryPickSocket(fits, out SocketTarget target) ? new Call.Close(target.Pid, target.Fd) : null;
    }

    public static Call? GetSockName(RunContext run) =>
        run.TryPickSocket(out SocketTarget target) ? new Call.GetSockName(target.Pid, target.Fd) : null;

    public static Call? GetPeerName(RunContext run) =>
        (run.Random.Chance(20)
            ? run.TryPickSocket(out SocketTarget target)
            : run.TryPickSocket(IsConnected, out target))
            ? new Call.GetPeerName(target.Pid, target.Fd)
            : null;

    /// <summary>A socket of a family and type without a modelled protocol, or of an invalid combination (J9).</summary>
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
