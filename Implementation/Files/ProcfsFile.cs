using Verify.Abi;

namespace Verify.Implementation.Files;

/// <summary>The files that a procfs has for each process, by their part of the inode number: pfstype of procfs.h.</summary>
internal enum ProcfsFile
{
    /// <summary>The process's directory, or what is not one process's.</summary>
    None,

    /// <summary>Who it is: the one file with contents here (J7).</summary>
    Status = 1,

    /// <summary>Its memory.</summary>
    Mem = 4,

    /// <summary>Its registers.</summary>
    Regs = 5,

    /// <summary>Its floating-point registers.</summary>
    FpRegs = 6,

    /// <summary>Its debug registers.</summary>
    DbRegs = 7,

    /// <summary>Where commands to it are written.</summary>
    Ctl = 8,

    /// <summary>Where notes to it are written.</summary>
    Note = 10,

    /// <summary>Where notes to its process group are written.</summary>
    NotePg = 11,

    /// <summary>What is where in its memory.</summary>
    Map = 12,

    /// <summary>For which system its program was made.</summary>
    EType = 13,

    /// <summary>Its program's arguments.</summary>
    CmdLine = 14,

    /// <summary>Its limits.</summary>
    RLimit = 15,
}

/// <summary>What procfs_allocvp and proc_targets of procfs_vnops.c say of the files.</summary>
internal static class ProcfsFiles
{
    /// <summary>KMEM_GROUP: whoever is in it reads the memory of processes.</summary>
    public const int KernelMemoryGroup = 2;

    /// <summary>proc_targets has the files with "." and "..": the links of each process's directory.</summary>
    public const int LinksOfDirectory = 14;

    private const int ReadWriteOwner = 0x180; // 0600
    private const int ReadOwnerGroup = 0x120; // 0440
    private const int WriteOwner = 0x80; // 0200
    private const int ReadAll = 0x124; // 0444

    /// <summary>All of them, in the ordinal order of their names.</summary>
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

    /// <summary>The mode of a file whose process has not changed its ids.</summary>
    public static int ModeOf(ProcfsFile file) => FileModes.Regular | file switch
    {
        ProcfsFile.Mem => ReadWriteOwner | ReadOwnerGroup,
        ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs => ReadWriteOwner,
        ProcfsFile.Ctl or ProcfsFile.Note or ProcfsFile.NotePg => WriteOwner,
        _ => ReadAll,
    };

    /// <summary>
    /// What the mode loses where the process has changed its ids: all reading and writing of what controls it, and its
    /// owner's of its memory, which the group goes on reading.
    /// </summary>
    public static int BitsLostAfterIdChange(ProcfsFile file) => file switch
    {
        ProcfsFile.Ctl or ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs => 0x1b6, // 0666
        ProcfsFile.Mem => ReadWriteOwner,
        _ => 0,
    };

    /// <summary>A process of the system, such as process 1, has none of these: procfs_validregs and the like.</summary>
    public static bool IsForUserProcessesOnly(ProcfsFile file) => file is ProcfsFile.Regs or ProcfsFile.FpRegs
        or ProcfsFile.DbRegs or ProcfsFile.Map or ProcfsFile.EType;
}
