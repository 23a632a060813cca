using Verify.Abi;

namespace Verify.Implementation.Files;

/// <summary>The files procfs provides for each process, numbered as in the inode number: pfstype of procfs.h.</summary>
internal enum ProcfsFile
{
    /// <summary>The directory of a process, or a node that belongs to no process.</summary>
    None,

    /// <summary>Status of the process; the only file with contents here (J7).</summary>
    Status = 1,

    /// <summary>Memory.</summary>
    Mem = 4,

    /// <summary>General registers.</summary>
    Regs = 5,

    /// <summary>Floating-point registers.</summary>
    FpRegs = 6,

    /// <summary>Debug registers.</summary>
    DbRegs = 7,

    /// <summary>Control commands.</summary>
    Ctl = 8,

    /// <summary>Notes to the process.</summary>
    Note = 10,

    /// <summary>Notes to the process group.</summary>
    NotePg = 11,

    /// <summary>The map of its address space.</summary>
    Map = 12,

    /// <summary>The system its executable was built for.</summary>
    EType = 13,

    /// <summary>The command line.</summary>
    CmdLine = 14,

    /// <summary>Resource limits.</summary>
    RLimit = 15,
}

/// <summary>Attributes of the files, from procfs_allocvp and proc_targets of procfs_vnops.c.</summary>
internal static class ProcfsFiles
{
    /// <summary>KMEM_GROUP, whose members may read the memory of processes.</summary>
    public const int KernelMemoryGroup = 2;

    /// <summary>
    /// The link count of a process directory: the number of entries of proc_targets, which include "." and "..".
    /// </summary>
    public const int LinksOfDirectory = 14;

    private const int ReadWriteOwner = 6 << 6;
    private const int ReadOwnerGroup = 4 << 6 | 4 << 3;
    private const int WriteOwner = 2 << 6;
    private const int ReadWriteAll = 6 << 6 | 6 << 3 | 6;
    private const int ReadAll = 4 << 6 | 4 << 3 | 4;

    /// <summary>All files, in ordinal order of their names.</summary>
    public static readonly ProcfsFile[] InOrder =
    [
        ProcfsFile.CmdLine, ProcfsFile.Ctl, ProcfsFile.DbRegs, ProcfsFile.EType, ProcfsFile.FpRegs, ProcfsFile.Map,
        ProcfsFile.Mem, ProcfsFile.Note, ProcfsFile.NotePg, ProcfsFile.Regs, ProcfsFile.RLimit, ProcfsFile.Status,
    ];

    public static string NameOf(ProcfsFile file) => file switch
    {
        ProcfsFile.Status => "status",
        ProcfsFile.Mem => "mem",
        ProcfsFile.Regs => "regs",
        ProcfsFile.FpRegs => "fpregs",
        ProcfsFile.DbRegs => "dbregs",
        ProcfsFile.Ctl => "ctl",
        ProcfsFile.Note => "note",
        ProcfsFile.NotePg => "notepg",
        ProcfsFile.Map => "map",
        ProcfsFile.EType => "etype",
        ProcfsFile.CmdLine => "cmdline",
        ProcfsFile.RLimit => "rlimit",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The mode of a file of a process that has not changed its ids.</summary>
    public static int ModeOf(ProcfsFile file) => FileModes.Regular | file switch
    {
        ProcfsFile.Mem => ReadWriteOwner | ReadOwnerGroup,
        ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs => ReadWriteOwner,
        ProcfsFile.Ctl or ProcfsFile.Note or ProcfsFile.NotePg => WriteOwner,
        _ => ReadAll,
    };

    /// <summary>
    /// The mode bits lost after the process changes its ids: read and write permission on the files that control it,
    /// and the owner's on its memory, which the group may still read.
    /// </summary>
    public static int BitsLostAfterIdChange(ProcfsFile file) => file switch
    {
        ProcfsFile.Ctl or ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs => ReadWriteAll,
        ProcfsFile.Mem => ReadWriteOwner,
        _ => 0,
    };

    /// <summary>
    /// True for files that system processes such as process 1 do not have: procfs_validregs and its kind.
    /// </summary>
    public static bool IsForUserProcessesOnly(ProcfsFile file) => file is ProcfsFile.Regs or ProcfsFile.FpRegs
        or ProcfsFile.DbRegs or ProcfsFile.Map or ProcfsFile.EType;
}
