using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates socketpair(2), and transfers on local sockets.</summary>
internal static class PairGenerator
{
    private const int Crowd = 8;

    /// <summary>The longest data that is made whatever the buffers: longer ones cost much and show little.</summary>
    private const int Longest = 10_000;

    /// <summary>Lengths beside an edge, in bytes; low-water marks are among them.</summary>
    private static readonly int[] Beside = [0, 0, 0, 1, 1, -1, -1, 2, 3, 8, 2047, 2048, 2049];

    private static readonly Data Filling = Data.Of(string.Concat(
        Enumerable.Range(0, Longest).Select(i => (char)((i / 26 % 2 == 0 ? 'a' : 'A') + i % 26))));

    /// <summary>Sizes of buffers that a few bytes fill.</summary>
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 8, 16, 2048, 8192];

    public static Call? SocketPair(RunContext run)
    {
        ref Prng random = ref run.Random;
        if (run.State.Sockets.Length > Crowd && random.Chance(80))
        {
            return null;
        }

        int pid = run.AnyProcess().Pid;
        SocketType type = random.Chance(65) ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;
        return random.Below(24) switch
        {
            0 => new Call.SocketPair(pid, AddressFamily.AF_INET, type, Protocol.Default),
            1 => new Call.SocketPair(pid, AddressFamily.AF_LOCAL, SocketType.SOCK_RAW, Protocol.Default),
            2 => new Call.SocketPair(pid, AddressFamily.AF_LOCAL, type, Protocol.Tcp),
            3 => new Call.SocketPair(pid, AddressFamily.AF_ROUTE, SocketType.SOCK_RAW, Protocol.Default),
            _ => new Call.SocketPair(pid, AddressFamily.AF_LOCAL, type, Protocol.Default),
        };
    }

    /// <summary>A small buffer or a low-water mark of a local socket.</summary>
    public static Call? SetSize(RunContext run)
    {
        SocketOption option = run.Random.Below(5) switch
        {
            < 2 => SocketOption.SO_SNDBUF,
            2 => SocketOption.SO_SNDLOWAT,
            3 => SocketOption.SO_RCVLOWAT,
            _ => SocketOption.SO_RCVBUF,
        };
        return run.Available.Has(option) && run.TryPickSocket(IsPair, out SocketTarget target)
            ? new Call.SetSockOpt(target.Pid, target.Fd, option, run.Random.Pick<int>(Sizes))
            : null;
    }

    /// <summary>Sends as much as there is room for, a little less or a little more.</summary>
    public static Call? Send(RunContext run)
    {
        if (!run.TryPickSocket(IsPair, out SocketTarget target))
        {
            return null;
        }

        ref Prng random = ref run.Random;
        SocketAddress? address = random.Chance(4) ? run.Sockaddr(run.EndpointToReach(Protocol.Udp)) : null;
        return TransferForms.Sending(run, target.Pid, target.Fd, OfLength(Length(run, target.Socket)), address);
    }

    /// <summary>Receives as much as there is, a little less or a little more.</summary>
    public static Call? Receive(RunContext run)
    {
        bool isPicked = run.Random.Chance(75)
            ? run.TryPickSocket(HasInput, out SocketTarget target)
            : run.TryPickSocket(IsPair, out target);
        return isPicked
            ? TransferForms.Receiving(run, target.Pid, target.Fd, ReceiveLength(run, target.Socket))
            : null;
    }

    /// <summary>How much to receive from a socket, in bytes.</summary>
    public static int ReceiveLength(RunContext run, Socket? socket)
    {
        ref Prng random = ref run.Random;
        int waiting = socket is null ? 0
            : socket.IsLocalStream ? socket.Unread.Length
            : socket.Inbox.IsEmpty ? 0
            : socket.Inbox[0].Data.Length;
        return random.Below(10) switch
        {
            0 => 0,
            1 => 1,
            < 4 => Math.Max(0, waiting + random.Pick<int>(Beside)),
            4 => random.Below(waiting + 1),
            _ => Call.Receiving.UsualLength,
        };
    }

    /// <summary>Data of a length, in which each byte shows its place.</summary>
    public static Data OfLength(int length) => Filling.Slice(0, Math.Clamp(length, 0, Longest));

    private static int Length(RunContext run, Socket? socket)
    {
        ref Prng random = ref run.Random;
        if (socket is not { Peer: not 0 } || run.State.OwnerOf(socket.Peer) is null)
        {
            return random.Below(4);
        }

        Socket peer = run.State.SocketOf(socket.Peer);
        int edge = random.Below(6) switch
        {
            0 => socket.Buffers.SendLow,
            1 => peer.Buffers.Receive - 16,
            2 => peer.Buffers.ReceiveLow,
            _ => socket.Buffers.Send - peer.Unread.Length,
        };
        bool isLong = edge > Sizes[6] && random.Chance(80);
        return isLong ? 1 + random.Below(8) : edge + random.Pick<int>(Beside);
    }

    private static bool IsPair(Socket socket) => socket.End is not null;

    private static bool HasInput(Socket socket) =>
        socket.End is not null && (socket.Unread.Length > 0 || !socket.Inbox.IsEmpty || socket.Peer == 0);
}
