using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// One of the files that a procfs has for a process (miscfs/procfs/procfs_vnops.c:proc_targets, their modes in
/// procfs_subr.c:procfs_allocvp).
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">What its number exceeds that of the process's directory by.</param>
/// <param name="Access">The bits of chmod(2).</param>
/// <param name="IsOfPrograms">True for what a process of the system, which process 1 is, does not have.</param>
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

    private const int Everybody = 0x124;
    private const int Reader = 0x100;
    private const int Writer = 0x80;

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
    /// The bits of chmod(2): what shows or changes what a process is at leaves to the superuser alone where its ids have
    /// changed, but the memory to its group too (miscfs/procfs/procfs_vnops.c:procfs_getattr).
    /// </summary>
    public int AccessTo(Process process) =>
        !process.HasChangedIds ? Access
        : this == Memory ? Access & ~(Reader | Writer)
        : this == Control || this == Registers || this == FloatingPoint || this == Debugging ? 0
        : Access;

    /// <summary>Why reading it fails although its process lives and is seen; null where it tells something.</summary>
    public Denial? ReadDenial(ref CallCheck check, Process reader, Process process) =>
        this == Control ? new Denial(Errno.EOPNOTSUPP, ReadControl)
        : this == Note || this == GroupNote ? new Denial(Errno.EINVAL, ReadNote)
        : (this == Registers || this == FloatingPoint || this == Debugging)
            && !VisibilityRules.MayInterfere(ref check, reader, process)
            ? new Denial(Errno.EPERM, ReadRegistersDenied)
        : null;
}
