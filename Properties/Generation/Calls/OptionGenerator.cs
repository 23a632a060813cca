using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates setsockopt(2) and getsockopt(2).</summary>
internal static class OptionGenerator
{
    private static readonly int[] Ranges = [0, 1, 1, 2, 2];
    private static readonly int[] NoRanges = [-1, 3, 4, 256, 257, 65538, int.MinValue];

    private static readonly int[] TimesToLive = [0, 0, 1, 2, 255, 256, -1];

    /// <summary>Every option, and those that affect datagrams more often.</summary>
    private static readonly SocketOption[] Others =
    [
        .. Enum.GetValues<SocketOption>(),
        SocketOption.SO_BROADCAST, SocketOption.SO_BROADCAST, SocketOption.SO_BROADCAST, SocketOption.SO_BROADCAST,
        SocketOption.SO_SNDBUF, SocketOption.SO_RCVBUF, SocketOption.SO_SNDLOWAT, SocketOption.SO_RCVLOWAT,
        SocketOption.IP_MULTICAST_IF, SocketOption.IP_MULTICAST_IF, SocketOption.IP_MULTICAST_TTL,
        SocketOption.IP_MULTICAST_LOOP,
        SocketOption.SO_TIMESTAMP, SocketOption.SO_TIMESTAMP, SocketOption.IP_RECVDSTADDR,
        SocketOption.IP_RECVDSTADDR, SocketOption.IP_RECVIF, SocketOption.IP_RECVIF, SocketOption.SO_DONTROUTE,
    ];

    private static readonly SocketOption[] OfTwoNumbers =
    [
        SocketOption.SO_LINGER, SocketOption.SO_LINGER, SocketOption.SO_SNDTIMEO, SocketOption.SO_RCVTIMEO,
        SocketOption.SO_BROADCAST, SocketOption.IP_TTL, SocketOption.SO_TYPE,
    ];

    /// <summary>Beside the bounds of a time-out in seconds and in ticks, of a short, and of a tick.</summary>
    private static readonly int[] Numbers =
    [
        0, 0, 1, 1, 2, 5, 9_999, 10_000, 10_001, 19_999, 20_000, 326, 327, 328, 32_767, 32_768, 65_536, 999_999,
        1_000_000, -1, int.MinValue, int.MaxValue,
    ];

    /// <summary>
    /// Numbers of no option: SO_ACCEPTCONN, SO_PRIVSTATE, which was removed (S7), two flags at a time, and one beyond
    /// all flags.
    /// </summary>
    private static readonly int[] NoOptions = [0, 2, 0x1009, 0x0204, 0x0024, 0x0800, 0x1000, -1];

    /// <summary>
    /// Sizes in bytes next to zero, to one or two short datagrams, to a cluster, to the default and to the maximum.
    /// </summary>
    private static readonly int[] Sizes =
    [
        int.MinValue, -1, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 22, 23, 24, 32, 33, 40, 256, 2047, 2048, 2049,
        9215, 9216, 9217, 16384, 65536, 246722, 246723, 246724, 262144, int.MaxValue,
    ];

    /// <summary>Mostly an option for bind(2), on a socket that is not bound yet.</summary>
    public static Call? Set(RunContext run)
    {
        ref Prng random = ref run.Random;
        SocketOption option = AvailableOption(run);
        bool early = IsForBinding(option) && random.Chance(80);
        return (early ? run.TryPickSocket(IsUnbound, out SocketTarget target) : run.TryPickSocket(out target))
            ? new Call.SetSockOpt(target.Pid, target.Fd, option, Value(run, option))
            : null;
    }

    /// <summary>An option that takes a struct of two numbers, or one that takes less.</summary>
    public static Call? SetPair(RunContext run)
    {
        SocketOption option = run.Random.Pick<SocketOption>(OfTwoNumbers);
        return run.Available.Has(option) && run.TryPickSocket(out SocketTarget target)
            ? new Call.SetSockOptPair(
                target.Pid, target.Fd, option, run.Random.Pick<int>(Numbers), run.Random.Pick<int>(Numbers))
            : null;
    }

    /// <summary>Any option of any socket; often SO_ERROR of a socket with a pending error.</summary>
    public static Call? Get(RunContext run) =>
        run.Random.Chance(20) && run.TryPickSocket(HasError, out SocketTarget failed)
            ? new Call.GetSockOpt(failed.Pid, failed.Fd, SocketOption.SO_ERROR)
        : run.TryPickSocket(out SocketTarget target) ? new Call.GetSockOpt(target.Pid, target.Fd, AvailableOption(run))
        : null;

    private static bool IsUnbound(Socket socket) => !socket.IsBound && !socket.IsGone && !socket.IsIdle;

    private static bool HasError(Socket socket) => socket.PendingError != Errno.None;

    private static bool IsForBinding(SocketOption option) =>
        option is SocketOption.SO_REUSEADDR or SocketOption.SO_REUSEPORT or SocketOption.IP_PORTRANGE;

    private static SocketOption AvailableOption(RunContext run)
    {
        SocketOption option = Option(run);
        return run.Available.Has(option) ? option : run.Random.Pick<SocketOption>(run.Available.Options.AsSpan());
    }

    private static SocketOption Option(RunContext run)
    {
        ref Prng random = ref run.Random;
        int reuse = run.IsCrowded ? 90 : 60;
        return random.Chance(3) ? (SocketOption)random.Pick<int>(NoOptions)
            : random.Chance(25) ? random.Pick<SocketOption>(Others)
            : !random.Chance(reuse) ? SocketOption.IP_PORTRANGE
            : random.Chance(40) ? SocketOption.SO_REUSEADDR
            : SocketOption.SO_REUSEPORT;
    }

    private static int Value(RunContext run, SocketOption option)
    {
        ref Prng random = ref run.Random;
        return option switch
        {
            SocketOption.IP_PORTRANGE => random.Pick<int>(random.Chance(8) ? NoRanges : Ranges),
            SocketOption.IP_MULTICAST_IF => (int)MulticastGenerator.Card(run).Value,
            SocketOption.IP_MULTICAST_TTL or SocketOption.IP_TTL or SocketOption.IP_TOS =>
                random.Pick<int>(TimesToLive),
            >= SocketOption.SO_SNDBUF and <= SocketOption.SO_RCVLOWAT => random.Pick<int>(Sizes),
            _ => EdgeIntegers.Switch(ref random),
        };
    }
}
