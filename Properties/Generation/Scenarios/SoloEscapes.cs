using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>What a prisoner tries alone.</summary>
internal static class SoloEscapes
{
    private const int Open = 0x1ed;

    /// <summary>There has to be a prisoner first.</summary>
    public static Func<RunContext, Call?>[] Prison(int pid) =>
    [
        _ => new Call.ChDir(pid, "/jails"),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        run => new Call.Jail(pid, 0, "/jails/a", "a.example", run.OwnAddress()),
        _ => new Call.ChDir(pid, "."),
        _ => new Call.ChDir(pid, "/"),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.Stat(pid, ".."),
    ];

    /// <summary>A root below the root: the directory held open, and the current one, are then above it.</summary>
    public static Func<RunContext, Call?>[] RootInRoot(int pid) =>
    [
        _ => new Call.ChDir(pid, "/"),
        _ => new Call.MkDir(pid, "x", Open),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.ChRoot(pid, "x"),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.ChDir(pid, ".."),
        _ => new Call.Stat(pid, "../.."),
        _ => new Call.ChRoot(pid, "."),
        _ => new Call.Stat(pid, "/.."),
    ];

    /// <summary>The current directory is above the root: one step up from it is not stopped there.</summary>
    public static Func<RunContext, Call?>[] RootAboveItself(int pid) =>
    [
        _ => new Call.MkDir(pid, "/x", Open),
        _ => new Call.MkDir(pid, "/x/y", Open),
        _ => new Call.ChDir(pid, "/x"),
        _ => new Call.ChRoot(pid, "/x/y"),
        _ => new Call.ChDir(pid, "../.."),
        _ => new Call.Open(pid, "..", OpenOptions.O_RDONLY, 0),
        _ => new Call.ChRoot(pid, ".."),
        _ => new Call.Stat(pid, "."),
    ];

    /// <summary>Links up and out, one through the other.</summary>
    public static Func<RunContext, Call?>[] LinksOut(int pid) =>
    [
        _ => new Call.SymLink(pid, "../../..", "/x"),
        _ => new Call.SymLink(pid, "/x/..", "/y"),
        _ => new Call.ChDir(pid, "/y/"),
        _ => new Call.Stat(pid, "/y/jails"),
        _ => new Call.Open(pid, "x/..", OpenOptions.O_RDONLY, 0),
        run => OnNode(run, pid, fd => new Call.ReadDir(pid, fd)),
        _ => new Call.ChRoot(pid, "/y/"),
    ];

    /// <summary>A current directory that has no parent any more.</summary>
    public static Func<RunContext, Call?>[] RemovedDirectory(int pid) =>
    [
        _ => new Call.MkDir(pid, "/x", Open),
        _ => new Call.ChDir(pid, "/x"),
        _ => new Call.Open(pid, ".", OpenOptions.O_RDONLY, 0),
        _ => new Call.RmDir(pid, "/x"),
        _ => new Call.Stat(pid, ".."),
        _ => new Call.MkDir(pid, "y", Open),
        run => OnNode(run, pid, fd => new Call.FChDir(pid, fd)),
        _ => new Call.ChRoot(pid, "."),
        _ => new Call.ChDir(pid, "/"),
    ];

    /// <summary>A second name for what is elsewhere, and for a directory.</summary>
    public static Func<RunContext, Call?>[] HardLinks(int pid) =>
    [
        _ => new Call.Link(pid, "/..", "/x"),
        _ => new Call.Link(pid, "/etc/passwd", "/tmp/x"),
        _ => new Call.Link(pid, "../etc/passwd", "x"),
        _ => new Call.Rename(pid, "/tmp/x", "/../x"),
        _ => new Call.Stat(pid, "/x"),
        _ => new Call.Unlink(pid, "/etc/passwd"),
        _ => new Call.Stat(pid, "/x"),
    ];

    /// <summary>A device of its own making, or one that is there under another name and mode.</summary>
    public static Func<RunContext, Call?>[] Devices(int pid) =>
    [
        _ => new Call.MkNod(pid, "/dev/kmem", FileModes.CharacterDevice | 0x1b6, 3),
        _ => new Call.MkNod(pid, "/dev/disk", FileModes.BlockDevice | 0x1b6, 3),
        _ => new Call.MkFifo(pid, "/dev/fifo", 0x1b6),
        _ => new Call.Link(pid, "/dev/null", "/dev/x"),
        _ => new Call.ChMod(pid, "/dev/x", FileModes.All),
        _ => new Call.Open(pid, "/dev/x", OpenOptions.O_RDWR, 0),
        _ => new Call.Stat(pid, "/dev/fifo"),
    ];

    /// <summary>A descriptor from before a second root.</summary>
    public static Func<RunContext, Call?>[] OldDescriptor(int pid) =>
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
