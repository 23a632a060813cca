using Verify.Abi;
using Verify.Model;

namespace Verify.Properties.Generation;

/// <summary>setsockopt and getsockopt.</summary>
internal static class OptionCalls
{
    private static readonly int[] Ranges = [0, 1, 1, 2, 2];
    private static readonly int[] NoRanges = [-1, 3, 4, 256, 257, 65538, int.MinValue];

    /// <summary>Mostly before the bind that it is meant for.</summary>
    public static Call? Set(Scene scene)
    {
        ref Prng random = ref scene.Random;
        bool early = random.Chance(80);
        if (!(early ? scene.TryAim(IsUnbound, out Aim aim) : scene.TryAim(out aim)))
        {
            return null;
        }

        SocketOption option = Option(scene);
        int value = option != SocketOption.IP_PORTRANGE ? Numbers.Switch(ref random)
            : random.Pick<int>(random.Chance(8) ? NoRanges : Ranges);
        return new Call.SetSockOpt(aim.Pid, aim.Fd, option, value);
    }

    public static Call? Get(Scene scene) =>
        scene.TryAim(out Aim aim) ? new Call.GetSockOpt(aim.Pid, aim.Fd, Option(scene)) : null;

    private static bool IsUnbound(Socket socket) => !socket.IsBound && !socket.IsGone && !socket.IsIdle;

    private static SocketOption Option(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int reuse = scene.IsCrowded ? 90 : 60;
        return random.Chance(3) ? (SocketOption)0x1009 // SO_PRIVSTATE, which is gone (S7).
            : !random.Chance(reuse) ? SocketOption.IP_PORTRANGE
            : random.Chance(40) ? SocketOption.SO_REUSEADDR
            : SocketOption.SO_REUSEPORT;
    }
}
