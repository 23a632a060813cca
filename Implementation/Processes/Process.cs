using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>A process: FreeBSD's struct proc, with what filedesc and plimit keep for it.</summary>
internal sealed class Process : SignalOwner
{
    private Links<Process> _inOrder;
    private Links<Process> _inPidHash;

    public int Pid { get; set; }

    public override int OwnerId => Pid;

    /// <summary>The parent's id; 0 where it has none.</summary>
    public int ParentPid { get; set; }

    public Credentials Credentials { get; set; }

    public ProcessIds Ids { get; set; }

    /// <summary>P_SUGID: an id has changed since a program was executed, here or in a parent.</summary>
    public bool HasChangedIds { get; set; }

    /// <summary>The process that traces it (P_TRACED), which is its parent then; 0 where nobody does.</summary>
    public int Tracer { get; set; }

    /// <summary>The process group that it is in, and by that the session.</summary>
    public ProcessGroup Group { get; set; } = null!;

    /// <summary>SESS_LEADER.</summary>
    public bool IsSessionLeader => Group.Session.Leader == Pid;

    /// <summary>The superuser has begun to ktrace(2) it, so that nobody else may: KTRFAC_ROOT.</summary>
    public bool IsRecordedByRoot { get; set; }

    /// <summary>A signal to several processes is for this one too; false between calls.</summary>
    public bool IsSignalled { get; set; }

    public int Nice { get; set; }

    /// <summary>The bits that files it makes do not get: umask(2).</summary>
    public int ModeMask { get; set; }

    /// <summary>What setlogin(2) set for its session, as far as that is in its prison (D18).</summary>
    public string Login { get; set; } = "";

    public DescriptorLimits Limits { get; set; }

    /// <summary>Where its absolute paths start; <see cref="ProcessDirectories"/> counts the reference.</summary>
    public Node Root { get; set; } = null!;

    /// <summary>Where its relative paths start; <see cref="ProcessDirectories"/> counts the reference.</summary>
    public Node Directory { get; set; } = null!;

    public DescriptorTable Descriptors { get; } = new();

    /// <summary>The process with the next higher id.</summary>
    public Process? Next => _inOrder.Next;

    public override bool IsIn(Session session) => ReferenceEquals(Group.Session, session);

    /// <summary>Takes over all that a child has from its parent except directories and descriptors, which are reference-counted.</summary>
    public void InheritFrom(Process parent)
    {
        ParentPid = parent.Pid;
        Credentials = parent.Credentials;
        Ids = parent.Ids;
        HasChangedIds = parent.HasChangedIds;
        Nice = parent.Nice;
        ModeMask = parent.ModeMask;
        Login = parent.Login;
        Limits = parent.Limits;
    }

    internal override void Clear()
    {
        base.Clear();
        Pid = 0;
        ParentPid = 0;
        Credentials = default;
        Ids = default;
        HasChangedIds = false;
        Tracer = 0;
        Group = null!;
        IsRecordedByRoot = false;
        IsSignalled = false;
        Nice = 0;
        ModeMask = 0;
        Login = "";
        Limits = default;
        Root = null!;
        Directory = null!;
    }

    internal readonly struct InOrder : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inOrder;
    }

    internal readonly struct InPidHash : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inPidHash;
    }
}
