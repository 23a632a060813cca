using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// A file of a process on a procfs (miscfs/procfs/procfs_vnops.c:proc_targets; modes: procfs_subr.c:procfs_allocvp).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Its number minus that of the process's directory.</param>
/// <param name="Access">Its mode.</param>
/// <param name="IsOfPrograms">True for a file that system processes, such as process 1, do not have.</param>
internal sealed record ProcessFile(string Name, int Offset, int Access, bool IsOfPrograms = false)
{
    public static readonly Rule ReadControl = new(
        "J7.read-control", "read of ctl on a procfs, which is for writing only, fails with EOPNOTSUPP.",
        "miscfs/procfs/procfs_ctl.c:procfs_doctl");
    public static readonly Rule ReadNote = new(
        "J7.read-note", "read of note or notepg on a procfs, which are for writing only, fails with EINVAL.",
        "miscfs/procfs/procfs_note.c:procfs_donote");
    public static readonly Rule ReadRegistersDenied = new(
        "J7.read-registers-denied",
        "read of the registers of another user's process on a procfs fails with EPERM for all but the superuser.",
        "miscfs/procfs/procfs_regs.c:procfs_doregs");

    private static readonly int Everybody = Octal.Mode("0444");
    private static readonly int Reader = Octal.Mode("0400");
    private static readonly int Writer = Octal.Mode("0200");

    public static readonly ProcessFile Status = new("status", 1, Everybody);
    public static readonly ProcessFile Memory = new("mem", 4, Reader | Writer | Reader >> 3);
    public static readonly ProcessFile Registers = new("regs", 5, Reader | Writer, IsOfPrograms: true);
    public static readonly ProcessFile FloatingPoint = new("fpregs", 6, Reader | Writer, IsOfPrograms: true);
    public static readonly ProcessFile Debugging = new("dbregs", 7, Reader | Writer, IsOfPrograms: true);
    public static readonly ProcessFile Control = new("ctl", 8, Writer);
    public static readonly ProcessFile Note = new("note", 10, Writer);
    public static readonly ProcessFile GroupNote = new("notepg", 11, Writer);

    /// <summary>All of them, by name.</summary>
    public static readonly ImmutableArray<ProcessFile> All =
    [
        new("cmdline", 14, Everybody), Control, Debugging, new("etype", 13, Everybody, IsOfPrograms: true),
        FloatingPoint, new("map", 12, Everybody, IsOfPrograms: true), Memory, Note, GroupNote, Registers,
        new("rlimit", 15, Everybody), Status,
    ];

    /// <summary>True for a file that a process has.</summary>
    public bool IsOf(Process process) => !IsOfPrograms || process.Pid != 1;

    /// <summary>
    /// The mode of the file of a process: if the ids of the process have changed, only the superuser keeps access to
    /// its registers and control, and to its memory also the kmem group (miscfs/procfs/procfs_vnops.c:procfs_getattr).
    /// </summary>
    public int AccessTo(Process process) =>
        !process.HasChangedIds ? Access
        : this == Memory ? Access & ~(Reader | Writer)
        : this == Control || this == Registers || this == FloatingPoint || this == Debugging ? 0
        : Access;

    /// <summary>The denial of a read although the process is visible; null if it returns contents.</summary>
    public Denial? ReadDenial(ref CallCheck check, Process reader, Process process) =>
        this == Control ? new Denial(Errno.EOPNOTSUPP, ReadControl)
        : this == Note || this == GroupNote ? new Denial(Errno.EINVAL, ReadNote)
        : (this == Registers || this == FloatingPoint || this == Debugging)
            && !VisibilityRules.MayInterfere(ref check, reader, process)
            ? new Denial(Errno.EPERM, ReadRegistersDenied)
        : null;
}
