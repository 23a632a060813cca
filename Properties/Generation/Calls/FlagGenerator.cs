using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates the calls that read and set the flags of an open file: fcntl(2) and ioctl(2).</summary>
internal static class FlagGenerator
{
    /// <summary>Mostly with and without O_NONBLOCK; flags that F_SETFL ignores; every bit.</summary>
    private static readonly OpenOptions[] Flags =
    [
        0, 0, 0, OpenOptions.O_NONBLOCK, OpenOptions.O_NONBLOCK, OpenOptions.O_NONBLOCK,
        OpenOptions.O_NONBLOCK | OpenOptions.O_RDWR, OpenOptions.O_NONBLOCK | OpenOptions.O_APPEND,
        OpenOptions.O_APPEND, OpenOptions.O_ASYNC, OpenOptions.O_ASYNC | OpenOptions.O_NONBLOCK,
        OpenOptions.O_CREAT | OpenOptions.O_EXCL, OpenOptions.O_WRONLY, (OpenOptions)0xffff, (OpenOptions)(-1),
    ];

    public static Call? Get(RunContext run) =>
        TryPick(run, out int pid, out int fd) ? new Call.FcntlGetFlags(pid, fd) : null;

    public static Call? Set(RunContext run) =>
        TryPick(run, out int pid, out int fd)
            ? new Call.FcntlSetFlags(pid, fd, run.Random.Pick<OpenOptions>(Flags))
            : null;

    public static Call? SetNonBlocking(RunContext run) =>
        TryPick(run, out int pid, out int fd)
            ? new Call.IoctlNonBlocking(pid, fd, EdgeIntegers.Switch(ref run.Random))
            : null;

    /// <summary>Mostly a socket that calls sleep on; sometimes any file, or one that is not open.</summary>
    private static bool TryPick(RunContext run, out int pid, out int fd)
    {
        if (run.Theme != Theme.Network && run.Random.Chance(30) && run.TryPickFile((_, _) => true, out pid, out fd))
        {
            return true;
        }

        bool isPicked = run.Random.Chance(70)
            ? run.TryPickSocket(CanSleep, out SocketTarget target)
            : run.TryPickSocket(out target);
        (pid, fd) = (target.Pid, target.Fd);
        return isPicked;
    }

    private static bool CanSleep(Socket socket) =>
        socket.IsListening || socket.End is not null || socket.Protocol == Protocol.Udp;
}
