using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls on local sockets with names: bind, connect, listen, and sendto a name (S9).</summary>
internal static class LocalGenerator
{
    private const int Crowd = 10;

    /// <summary>Few, so that they collide; repeated ones are picked more often.</summary>
    private static readonly string[] Names =
        ["/s", "/s", "/s", "/t", "/t", "/u", "s", "/../s", "/", "/x/s", "", "/s/", "/s\0x"];

    private static readonly string[] NamesAmongFiles =
        ["/tmp/s", "/tmp/s", "/jails/a/s", "/jails/a/tmp/s", "/s", "../s", "s"];

    public static Call? Socket(RunContext run)
    {
        ref Prng random = ref run.Random;
        return run.State.Sockets.Length > Crowd && random.Chance(75) ? null
            : new Call.Socket(
                run.AnyProcess().Pid,
                AddressFamily.AF_LOCAL,
                random.Chance(55) ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM,
                Protocol.Default);
    }

    public static Call? Bind(RunContext run) =>
        run.TryPickSocket(IsLocal, out SocketTarget target)
            ? new Call.Bind(target.Pid, target.Fd, Address(run, target.Pid, PathTarget.FreeName))
            : null;

    public static Call? Connect(RunContext run) =>
        run.TryPickSocket(IsFree, out SocketTarget target)
            ? new Call.Connect(target.Pid, target.Fd, Address(run, target.Pid, PathTarget.File))
            : null;

    /// <summary>Mostly with a short queue, so that it overflows.</summary>
    public static Call? Listen(RunContext run) =>
        run.TryPickSocket(IsFree, out SocketTarget target)
            ? new Call.Listen(target.Pid, target.Fd, run.Random.Below(3))
            : null;

    /// <summary>Sends to a name.</summary>
    public static Call? SendTo(RunContext run) =>
        run.TryPickSocket(IsFree, out SocketTarget target)
            ? TransferForms.Sending(
                run,
                target.Pid,
                target.Fd,
                PairGenerator.OfLength(run.Random.Below(6)),
                Address(run, target.Pid, PathTarget.File))
            : null;

    private static SocketAddress Address(RunContext run, int pid, PathTarget target)
    {
        ref Prng random = ref run.Random;
        if (random.Chance(2))
        {
            return SocketAddress.Inet(Ipv4.Any, ('/' << 8) + 's');
        }

        SocketAddress proper = SocketAddress.Local(Name(run, pid, target));
        return random.Below(40) switch
        {
            0 => proper with { Length = proper.Length - 1 },
            1 => proper with { Length = proper.Length + 1 + random.Below(2) },
            < 5 => proper with { Length = random.Pick<int>([-1, 0, 1, 2, 3, 106, 255, 255, 255, 256]) },
            _ => proper,
        };
    }

    private static string Name(RunContext run, int pid, PathTarget target)
    {
        ref Prng random = ref run.Random;
        bool hasFiles = run.Theme != Theme.Network;
        return hasFiles && random.Chance(30)
                && run.State.FindProcess(pid) is { } caller && Paths.To(run, caller, target) is { } path
                && path.All(letter => letter <= byte.MaxValue)
            ? path
            : random.Pick<string>(hasFiles && random.Chance(60) ? NamesAmongFiles : Names);
    }

    private static bool IsLocal(Socket socket) => socket.Family == AddressFamily.AF_LOCAL;

    private static bool IsFree(Socket socket) => IsLocal(socket) && socket.Peer == 0 && !socket.IsListening;
}
