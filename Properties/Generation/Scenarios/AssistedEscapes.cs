using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Escapes that a prisoner tries with help from outside, and changes from outside that affect a prisoner.
/// </summary>
internal static class AssistedEscapes
{
    private static readonly string[] Files = ["ctl", "note", "notepg", "regs", "fpregs", "dbregs", "mem", "status"];

    /// <summary>A directory outside, opened there and passed into the prison.</summary>
    public static CallGenerator[] PassedDirectory(HostAndPrisoner pair) =>
    [
        .. Passage.Into(pair).Open(),
        _ => new Call.Open(pair.Host, "/", OpenOptions.O_RDONLY, 0),
        .. Passage.Into(pair).Node(),
        run => OnNode(run, pair.Prisoner, fd => new Call.ReadDir(pair.Prisoner, fd)),
        run => OnNode(run, pair.Prisoner, fd => new Call.FChDir(pair.Prisoner, fd)),
        _ => new Call.Stat(pair.Prisoner, ".."),
        run => OnNode(run, pair.Prisoner, fd => new Call.Close(pair.Prisoner, fd)),
        .. Passage.Into(pair).Close(),
    ];

    /// <summary>The prisoner's current or open directory is renamed out of the prison's root.</summary>
    public static CallGenerator[] MovedDirectory(HostAndPrisoner pair) =>
    [
        _ => new Call.MkDir(pair.Prisoner, "/x", Modes.Open),
        _ => new Call.ChDir(pair.Prisoner, "/x"),
        _ => new Call.Open(pair.Prisoner, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.Rename(pair.Host, pair.Root + "/x", "/tmp/moved"),
        _ => new Call.ChDir(pair.Prisoner, ".."),
        _ => new Call.Open(pair.Prisoner, "../../etc/passwd", OpenOptions.O_RDWR, 0),
        run => OnNode(run, pair.Prisoner, fd => new Call.FChDir(pair.Prisoner, fd)),
        _ => new Call.Rename(pair.Host, "/tmp/moved", pair.Root + "/x"),
        _ => new Call.ChDir(pair.Prisoner, ".."),
    ];

    /// <summary>".." from the root of a file system that is mounted inside the prison.</summary>
    public static CallGenerator[] MountBelow(HostAndPrisoner pair) =>
    [
        _ => new Call.Mount(pair.Host, "mfs", pair.Root + "/tmp"),
        _ => new Call.ChDir(pair.Prisoner, "/tmp"),
        _ => new Call.MkDir(pair.Prisoner, "x", Modes.Open),
        _ => new Call.ChRoot(pair.Prisoner, "x"),
        _ => new Call.ChDir(pair.Prisoner, "../.."),
        _ => new Call.Stat(pair.Prisoner, "/../.."),
        _ => new Call.Link(pair.Prisoner, "/../etc/passwd", "/x"),
        _ => new Call.Unmount(pair.Host, pair.Root + "/tmp"),
        _ => new Call.ChDir(pair.Prisoner, "/"),
    ];

    /// <summary>A file system mounted on the prisoner's root.</summary>
    public static CallGenerator[] MountOver(HostAndPrisoner pair) =>
    [
        _ => new Call.Mount(pair.Host, "mfs", pair.Root),
        _ => new Call.Stat(pair.Prisoner, "/"),
        _ => new Call.Stat(pair.Prisoner, "/.."),
        _ => new Call.MkDir(pair.Prisoner, "/x", Modes.Open),
        _ => new Call.ChDir(pair.Prisoner, "/x/../.."),
        _ => new Call.Unmount(pair.Host, pair.Root),
        _ => new Call.Kill(pair.Host, pair.Prisoner, 9),
        _ => new Call.Unmount(pair.Host, pair.Root),
    ];

    /// <summary>Sockets created outside and passed into the prison, one of them twice (G1).</summary>
    public static CallGenerator[] SocketsPassedIn(HostAndPrisoner pair)
    {
        Passage passage = Passage.Into(pair);
        return
        [
            .. passage.Open(),
            .. passage.NewSocket(AddressFamily.AF_INET, SocketType.SOCK_DGRAM),
            .. passage.NewSocket(AddressFamily.AF_INET, SocketType.SOCK_RAW),
            .. passage.NewSocket(AddressFamily.AF_INET, SocketType.SOCK_STREAM),
            .. passage.LastSocket(),
            .. passage.NewSocket(AddressFamily.AF_IPX, SocketType.SOCK_DGRAM),
            .. passage.NewSocket(AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM),
            .. passage.Close(),
        ];
    }

    /// <summary>Sockets created in the prison and passed out of it, one of them twice (G1).</summary>
    public static CallGenerator[] SocketsPassedOut(HostAndPrisoner pair)
    {
        Passage passage = Passage.OutOf(pair);
        return
        [
            .. passage.Open(),
            .. passage.NewSocket(AddressFamily.AF_INET, SocketType.SOCK_DGRAM),
            .. passage.NewSocket(AddressFamily.AF_INET, SocketType.SOCK_STREAM),
            .. passage.LastSocket(),
            .. passage.NewSocket(AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM),
            .. passage.Close(),
        ];
    }

    /// <summary>
    /// The status of another process, opened where the process is visible and read where it is not (J7).
    /// </summary>
    public static CallGenerator[] Status(HostAndPrisoner pair) =>
    [
        .. Passage.Into(pair).Open(),
        _ => new Call.Mount(pair.Host, "procfs", pair.Root + "/proc"),
        _ => new Call.Open(pair.Host, $"{pair.Root}/proc/{pair.Host}/status", OpenOptions.O_RDONLY, 0),
        .. Passage.Into(pair).Node(),
        .. Passage.Into(pair).Close(),
        run => OnNode(run, pair.Prisoner, fd => new Call.Read(pair.Prisoner, fd)),
        _ => new Call.Open(pair.Prisoner, $"/proc/{pair.Host}/status", OpenOptions.O_RDONLY, 0),
        _ => new Call.Open(pair.Prisoner, "/proc/curproc/status", OpenOptions.O_RDONLY, 0),
        run => OnNode(run, pair.Prisoner, fd => new Call.Read(pair.Prisoner, fd)),
        _ => new Call.Open(pair.Prisoner, "/proc", OpenOptions.O_RDONLY, 0),
        run => OnNode(run, pair.Prisoner, fd => new Call.ReadDir(pair.Prisoner, fd)),
        _ => new Call.ChDir(pair.Prisoner, $"/proc/{pair.Prisoner}"),
        _ => new Call.Stat(pair.Prisoner, "../.."),
    ];

    /// <summary>
    /// Writable files of a process in procfs, and files of other processes read through passed and inherited
    /// descriptors (J7).
    /// </summary>
    public static CallGenerator[] ProcessFiles(HostAndPrisoner pair) =>
    [
        _ => new Call.Mount(pair.Host, "procfs", "/proc"),
        .. Passage.Into(pair).Open(),
        _ => new Call.Fork(pair.Host),
        run => new Call.Open(
            pair.Host, $"/proc/{Youngest(run)}/{run.Random.Pick<string>(Files)}", OpenOptions.O_RDWR, 0),
        run => OnNode(run, pair.Host, fd => new Call.Read(pair.Host, fd)),
        .. Passage.Into(pair).Node(),
        run => OnNode(run, pair.Prisoner, fd => new Call.Read(pair.Prisoner, fd)),
        run => new Call.Open(pair.Host, $"/proc/{Youngest(run)}/regs", OpenOptions.O_RDONLY, 0),
        _ => new Call.Fork(pair.Host),
        run => Youngest(run) == pair.Host ? null : new Call.SetUid(Youngest(run), 1001),
        run => OnNode(run, Other(run), fd => new Call.Read(Other(run), fd)),
        _ => new Call.Open(pair.Host, "/proc/curproc", OpenOptions.O_RDONLY, 0),
        .. Passage.Into(pair).Node(),
        run => OnNode(run, pair.Prisoner, fd => new Call.ReadDir(pair.Prisoner, fd)),
        run => OnNode(run, pair.Prisoner, fd => new Call.FChDir(pair.Prisoner, fd)),
        .. Passage.Into(pair).Close(),
    ];

    /// <summary>
    /// A process from outside that enters by chroot(2) does not join the prison, and is not visible in it (J6).
    /// </summary>
    public static CallGenerator[] Intruders(HostAndPrisoner pair) =>
    [
        _ => new Call.Fork(pair.Host),
        _ => new Call.ChRoot(pair.Host, pair.Root + "/"),
        _ => new Call.Kill(pair.Prisoner, pair.Host, 0),
        _ => new Call.PTrace(pair.Prisoner, pair.Host),
        _ => new Call.SysctlRead(pair.Prisoner, "kern.proc.all"),
    ];

    /// <summary>The prisoner's root is removed.</summary>
    public static CallGenerator[] RemovedRoot(HostAndPrisoner pair) =>
    [
        _ => new Call.MkDir(pair.Prisoner, "/x", Modes.Open),
        _ => new Call.ChRoot(pair.Prisoner, "/x"),
        _ => new Call.RmDir(pair.Host, pair.Root + "/x"),
        _ => new Call.Stat(pair.Prisoner, "/.."),
        _ => new Call.MkDir(pair.Prisoner, "/y", Modes.Open),
        _ => new Call.Mount(pair.Prisoner, "mfs", "/"),
        _ => new Call.ChDir(pair.Prisoner, "/"),
        _ => new Call.ChDir(pair.Prisoner, ".."),
    ];

    /// <summary>The procfs directory of a process that exits while another process is in the directory (J7).</summary>
    public static CallGenerator[] DeadProcess(HostAndPrisoner pair) =>
    [
        _ => new Call.Mount(pair.Host, "procfs", "/proc"),
        _ => new Call.ChDir(pair.Host, $"/proc/{pair.Prisoner}"),
        _ => new Call.Open(pair.Host, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.Kill(pair.Host, pair.Prisoner, 9),
        run => OnNode(run, pair.Host, fd => new Call.ReadDir(pair.Host, fd)),
        run => OnNode(run, pair.Host, fd => new Call.FChDir(pair.Host, fd)),
        _ => new Call.Stat(pair.Host, "status"),
        _ => new Call.ChDir(pair.Host, "/"),
    ];

    /// <summary>
    /// The variables that restrict prisons are set, mostly to false or an unusual true, and prisoners try them (J5,
    /// J9).
    /// </summary>
    public static CallGenerator[] Variables(HostAndPrisoner pair) =>
    [
        run => new Call.SysctlWrite(
            pair.Host, "jail.socket_unixiproute_only", EdgeIntegers.Switch(ref run.Random)),
        _ => new Call.Socket(pair.Prisoner, AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, Protocol.Default),
        run => OnSocket(run, pair.Prisoner, fd => new Call.Close(pair.Prisoner, fd)),
        _ => new Call.SysctlWriteText(pair.Host, "kern.hostname", "host.example"),
        run => new Call.SysctlWrite(pair.Host, "jail.set_hostname_allowed", EdgeIntegers.Switch(ref run.Random)),
        run => new Call.SysctlWriteText(
            pair.Prisoner, "kern.hostname", run.Random.Chance(50) ? "" : "prison.example"),
        _ => new Call.SysctlRead(pair.Prisoner, "kern.hostname"),
        _ => new Call.SysctlRead(pair.Host, "kern.hostname"),
    ];

    private static int Youngest(RunContext run) => run.State.Processes[^1].Pid;

    /// <summary>The youngest process of an ordinary user; the youngest process if there is none.</summary>
    private static int Other(RunContext run) =>
        run.State.Processes.LastOrDefault(process => !process.IsSuperuser)?.Pid ?? Youngest(run);
}
