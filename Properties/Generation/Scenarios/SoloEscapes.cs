using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Escapes that a prisoner tries alone.</summary>
internal static class SoloEscapes
{
    /// <summary>Makes a process a prisoner, with a directory open in which the prison's root lies.</summary>
    public static CallGenerator[] Prison(int pid) =>
    [
        _ => new Call.ChDir(pid, "/jails"),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        run => new Call.Jail(pid, 0, "/jails/a", "a.example", run.OwnAddress()),
        _ => new Call.ChDir(pid, "."),
        _ => new Call.ChDir(pid, "/"),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.Stat(pid, ".."),
    ];

    /// <summary>
    /// A new root below the root: the open directory and the current directory are then above the root.
    /// </summary>
    public static CallGenerator[] RootInRoot(int pid) =>
    [
        _ => new Call.ChDir(pid, "/"),
        _ => new Call.MkDir(pid, "x", Modes.Open),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.ChRoot(pid, "x"),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.ChDir(pid, ".."),
        _ => new Call.Stat(pid, "../.."),
        _ => new Call.ChRoot(pid, "."),
        _ => new Call.Stat(pid, "/.."),
    ];

    /// <summary>The current directory is above the root, which does not stop a lookup of "..".</summary>
    public static CallGenerator[] RootAboveItself(int pid) =>
    [
        _ => new Call.MkDir(pid, "/x", Modes.Open),
        _ => new Call.MkDir(pid, "/x/y", Modes.Open),
        _ => new Call.ChDir(pid, "/x"),
        _ => new Call.ChRoot(pid, "/x/y"),
        _ => new Call.ChDir(pid, "../.."),
        _ => new Call.Open(pid, "..", OpenOptions.O_RDONLY, 0),
        _ => new Call.ChRoot(pid, ".."),
        _ => new Call.Stat(pid, "."),
    ];

    /// <summary>Symbolic links up and out, one through another.</summary>
    public static CallGenerator[] LinksOut(int pid) =>
    [
        _ => new Call.SymLink(pid, "../../..", "/x"),
        _ => new Call.SymLink(pid, "/x/..", "/y"),
        _ => new Call.ChDir(pid, "/y/"),
        _ => new Call.Stat(pid, "/y/jails"),
        _ => new Call.Open(pid, "x/..", OpenOptions.O_RDONLY, 0),
        run => OnNode(run, pid, fd => new Call.ReadDir(pid, fd)),
        _ => new Call.ChRoot(pid, "/y/"),
    ];

    /// <summary>A current directory that has been removed.</summary>
    public static CallGenerator[] RemovedDirectory(int pid) =>
    [
        _ => new Call.MkDir(pid, "/x", Modes.Open),
        _ => new Call.ChDir(pid, "/x"),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.RmDir(pid, "/x"),
        _ => new Call.Stat(pid, ".."),
        _ => new Call.MkDir(pid, "y", Modes.Open),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.ChRoot(pid, "."),
        _ => new Call.ChDir(pid, "/"),
    ];

    /// <summary>Hard links to files elsewhere, and to a directory.</summary>
    public static CallGenerator[] HardLinks(int pid) =>
    [
        _ => new Call.Link(pid, "/..", "/x"),
        _ => new Call.Link(pid, "/etc/passwd", "/tmp/x"),
        _ => new Call.Link(pid, "../etc/passwd", "x"),
        _ => new Call.Rename(pid, "/tmp/x", "/../x"),
        _ => new Call.Stat(pid, "/x"),
        _ => new Call.Unlink(pid, "/etc/passwd"),
        _ => new Call.Stat(pid, "/x"),
    ];

    /// <summary>A device node that the prisoner creates, or an existing one under another name and mode.</summary>
    public static CallGenerator[] Devices(int pid) =>
    [
        _ => new Call.MkNod(pid, "/dev/kmem", FileModes.CharacterDevice | Modes.Writable, 3),
        _ => new Call.MkNod(pid, "/dev/disk", FileModes.BlockDevice | Modes.Writable, 3),
        _ => new Call.MkFifo(pid, "/dev/fifo", Modes.Writable),
        _ => new Call.Link(pid, "/dev/null", "/dev/x"),
        _ => new Call.ChMod(pid, "/dev/x", FileModes.All),
        _ => new Call.Open(pid, "/dev/x", OpenOptions.O_RDWR, 0),
        _ => new Call.Stat(pid, "/dev/fifo"),
    ];

    /// <summary>A descriptor of a directory, opened before chroot(2).</summary>
    public static CallGenerator[] OldDescriptor(int pid) =>
    [
        _ => new Call.Open(pid, "/", OpenOptions.O_RDONLY, 0),
        _ => new Call.ChRoot(pid, "/tmp"),
        run => OnNode(run, pid, fd => new Call.ReadDir(pid, fd)),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.ChDir(pid, "/"),
        _ => new Call.Fork(pid),
        _ => new Call.Stat(pid, "../etc"),
    ];
}
