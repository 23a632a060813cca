using Verify.Abi;
using static Verify.Properties.Generation.Plots.Descriptors;

namespace Verify.Properties.Generation.Plots;

/// <summary>What a prisoner tries with help from outside, or what happens to it from there.</summary>
internal static class HelpedPlots
{
    private const int Open = 0x1ed;

    private static readonly string[] Files = ["ctl", "note", "notepg", "regs", "fpregs", "dbregs", "mem", "status"];

    /// <summary>A directory outside, opened there and sent in.</summary>
    public static Func<Scene, Call?>[] PassedDirectory(Cast cast) =>
    [
        _ => new Call.Open(cast.Host, "/", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.ReadDir(cast.Prisoner, fd)),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.FChDir(cast.Prisoner, fd)),
        _ => new Call.Stat(cast.Prisoner, ".."),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.Close(cast.Prisoner, fd)),
    ];

    /// <summary>The directory that a prisoner is in, or has open, is moved out from under its root.</summary>
    public static Func<Scene, Call?>[] MovedDirectory(Cast cast) =>
    [
        _ => new Call.MkDir(cast.Prisoner, "/x", Open),
        _ => new Call.ChDir(cast.Prisoner, "/x"),
        _ => new Call.Open(cast.Prisoner, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.Rename(cast.Host, cast.Root + "/x", "/tmp/moved"),
        _ => new Call.ChDir(cast.Prisoner, ".."),
        _ => new Call.Open(cast.Prisoner, "../../etc/passwd", OpenOptions.O_RDWR, 0),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.FChDir(cast.Prisoner, fd)),
        _ => new Call.Rename(cast.Host, "/tmp/moved", cast.Root + "/x"),
        _ => new Call.ChDir(cast.Prisoner, ".."),
    ];

    /// <summary>Up from the root of a file system inside: past where it is mounted.</summary>
    public static Func<Scene, Call?>[] MountBelow(Cast cast) =>
    [
        _ => new Call.Mount(cast.Host, "mfs", cast.Root + "/tmp"),
        _ => new Call.ChDir(cast.Prisoner, "/tmp"),
        _ => new Call.MkDir(cast.Prisoner, "x", Open),
        _ => new Call.ChRoot(cast.Prisoner, "x"),
        _ => new Call.ChDir(cast.Prisoner, "../.."),
        _ => new Call.Stat(cast.Prisoner, "/../.."),
        _ => new Call.Link(cast.Prisoner, "/../etc/passwd", "/x"),
        _ => new Call.Unmount(cast.Host, cast.Root + "/tmp"),
        _ => new Call.ChDir(cast.Prisoner, "/"),
    ];

    /// <summary>A file system over the prisoner's very root.</summary>
    public static Func<Scene, Call?>[] MountOver(Cast cast) =>
    [
        _ => new Call.Mount(cast.Host, "mfs", cast.Root),
        _ => new Call.Stat(cast.Prisoner, "/"),
        _ => new Call.Stat(cast.Prisoner, "/.."),
        _ => new Call.MkDir(cast.Prisoner, "/x", Open),
        _ => new Call.ChDir(cast.Prisoner, "/x/../.."),
        _ => new Call.Unmount(cast.Host, cast.Root),
        _ => new Call.Kill(cast.Host, cast.Prisoner, 9),
        _ => new Call.Unmount(cast.Host, cast.Root),
    ];

    /// <summary>Sockets that were made outside (G1).</summary>
    public static Func<Scene, Call?>[] PassedSockets(Cast cast) =>
    [
        _ => new Call.Socket(cast.Host, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default),
        scene => OnSocket(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        _ => new Call.Socket(cast.Host, AddressFamily.AF_INET, SocketType.SOCK_RAW, Protocol.Default),
        scene => OnSocket(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        _ => new Call.Socket(cast.Host, AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, Protocol.Default),
        scene => OnSocket(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        _ => new Call.Socket(cast.Host, AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM, Protocol.Default),
        scene => OnSocket(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        scene => OnSocket(scene, cast.Prisoner, fd => new Call.PassFd(cast.Prisoner, fd, cast.Host)),
    ];

    /// <summary>Another process's status, opened where it is visible and read where it is not (J7).</summary>
    public static Func<Scene, Call?>[] Status(Cast cast) =>
    [
        _ => new Call.Mount(cast.Host, "procfs", cast.Root + "/proc"),
        _ => new Call.Open(cast.Host, $"{cast.Root}/proc/{cast.Host}/status", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.Read(cast.Prisoner, fd)),
        _ => new Call.Open(cast.Prisoner, $"/proc/{cast.Host}/status", OpenOptions.O_RDONLY, 0),
        _ => new Call.Open(cast.Prisoner, "/proc/curproc/status", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.Read(cast.Prisoner, fd)),
        _ => new Call.Open(cast.Prisoner, "/proc", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.ReadDir(cast.Prisoner, fd)),
        _ => new Call.ChDir(cast.Prisoner, $"/proc/{cast.Prisoner}"),
        _ => new Call.Stat(cast.Prisoner, "../.."),
    ];

    /// <summary>The files of a process that are for writing, and what one may read of others by passed descriptors (J7).</summary>
    public static Func<Scene, Call?>[] ProcessFiles(Cast cast) =>
    [
        _ => new Call.Mount(cast.Host, "procfs", "/proc"),
        _ => new Call.Fork(cast.Host),
        scene => new Call.Open(
            cast.Host, $"/proc/{Youngest(scene)}/{scene.Random.Pick<string>(Files)}", OpenOptions.O_RDWR, 0),
        scene => OnNode(scene, cast.Host, fd => new Call.Read(cast.Host, fd)),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, Youngest(scene))),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        scene => new Call.Open(cast.Host, $"/proc/{Youngest(scene)}/regs", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, Other(scene))),
        scene => OnNode(scene, Other(scene), fd => new Call.Read(Other(scene), fd)),
        _ => new Call.Open(cast.Host, "/proc/curproc", OpenOptions.O_RDONLY, 0),
        scene => OnNode(scene, cast.Host, fd => new Call.PassFd(cast.Host, fd, cast.Prisoner)),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.ReadDir(cast.Prisoner, fd)),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.FChDir(cast.Prisoner, fd)),
    ];

    /// <summary>A process from outside that comes in by chroot is not of the prison, and not seen there (J6).</summary>
    public static Func<Scene, Call?>[] Intruders(Cast cast) =>
    [
        _ => new Call.Fork(cast.Host),
        _ => new Call.ChRoot(cast.Host, cast.Root + "/"),
        _ => new Call.Kill(cast.Prisoner, cast.Host, 0),
        _ => new Call.PTrace(cast.Prisoner, cast.Host),
        _ => new Call.SysctlRead(cast.Prisoner, "kern.proc.all"),
        scene => OnNode(scene, cast.Prisoner, fd => new Call.PassFd(cast.Prisoner, fd, cast.Host)),
    ];

    /// <summary>The prisoner's root is taken away under it.</summary>
    public static Func<Scene, Call?>[] RemovedRoot(Cast cast) =>
    [
        _ => new Call.MkDir(cast.Prisoner, "/x", Open),
        _ => new Call.ChRoot(cast.Prisoner, "/x"),
        _ => new Call.RmDir(cast.Host, cast.Root + "/x"),
        _ => new Call.Stat(cast.Prisoner, "/.."),
        _ => new Call.MkDir(cast.Prisoner, "/y", Open),
        _ => new Call.Mount(cast.Prisoner, "mfs", "/"),
        _ => new Call.ChDir(cast.Prisoner, "/"),
        _ => new Call.ChDir(cast.Prisoner, ".."),
    ];

    /// <summary>The directory of a process that ends while somebody is in it (J7).</summary>
    public static Func<Scene, Call?>[] DeadProcess(Cast cast) =>
    [
        _ => new Call.Mount(cast.Host, "procfs", "/proc"),
        _ => new Call.ChDir(cast.Host, $"/proc/{cast.Prisoner}"),
        _ => new Call.Open(cast.Host, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.Kill(cast.Host, cast.Prisoner, 9),
        scene => OnNode(scene, cast.Host, fd => new Call.ReadDir(cast.Host, fd)),
        scene => OnNode(scene, cast.Host, fd => new Call.FChDir(cast.Host, fd)),
        _ => new Call.Stat(cast.Host, "status"),
        _ => new Call.ChDir(cast.Host, "/"),
    ];

    /// <summary>What prisons may do is set, mostly to no and to unusual words for yes, and tried (J5, J9).</summary>
    public static Func<Scene, Call?>[] Variables(Cast cast) =>
    [
        scene => new Call.SysctlWrite(
            cast.Host, "jail.socket_unixiproute_only", Numbers.Switch(ref scene.Random)),
        _ => new Call.Socket(cast.Prisoner, AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, Protocol.Default),
        scene => OnSocket(scene, cast.Prisoner, fd => new Call.Close(cast.Prisoner, fd)),
        _ => new Call.SysctlWriteText(cast.Host, "kern.hostname", "host.example"),
        scene => new Call.SysctlWrite(cast.Host, "jail.set_hostname_allowed", Numbers.Switch(ref scene.Random)),
        scene => new Call.SysctlWriteText(
            cast.Prisoner, "kern.hostname", scene.Random.Chance(50) ? "" : "prison.example"),
        _ => new Call.SysctlRead(cast.Prisoner, "kern.hostname"),
        _ => new Call.SysctlRead(cast.Host, "kern.hostname"),
    ];

    private static int Youngest(Scene scene) => scene.State.Processes[^1].Pid;

    /// <summary>A process that is not the superuser's, if there is one.</summary>
    private static int Other(Scene scene) =>
        scene.State.Processes.LastOrDefault(process => !process.IsSuperuser)?.Pid ?? Youngest(scene);
}
