using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>A process: FreeBSD's struct proc with parts of filedesc and plimit.</summary>
internal sealed class Process : SignalOwner, ICaller
{
    /// <summary>The events of a receive buffer.</summary>
    private const PollEvents Arrivals =
        PollEvents.POLLIN | PollEvents.POLLPRI | PollEvents.POLLRDNORM | PollEvents.POLLRDBAND;

    /// <summary>What signals do to it; a child gets a copy.</summary>
    public SignalActions Actions;

    /// <summary>The call that it sleeps in, if it is asleep. The scheduler maintains it.</summary>
    public SleepingCall Sleeping;

    private Links<Process> _inOrder;
    private Links<Process> _inPidHash;
    private Links<Process> _inQueue;

    public int Pid { get; set; }

    public override int OwnerId => Pid;

    /// <summary>The id of the parent; 0 if it has none.</summary>
    public int ParentPid { get; set; }

    public Credentials Credentials { get; set; }

    public ProcessIds Ids { get; set; }

    /// <summary>
    /// P_SUGID: the process, or an ancestor before the fork, has changed its ids since the last exec.
    /// </summary>
    public bool HasChangedIds { get; set; }

    /// <summary>The process that traces it (P_TRACED), which is also its parent; 0 if it is not traced.</summary>
    public int Tracer { get; set; }

    /// <summary>The process group, which determines the session.</summary>
    public ProcessGroup Group { get; set; } = null!;

    /// <summary>SESS_LEADER.</summary>
    public bool IsSessionLeader => Group.Session.Leader == Pid;

    /// <summary>KTRFAC_ROOT: the superuser has started ktrace(2) on it, so others may not.</summary>
    public bool IsRecordedByRoot { get; set; }

    /// <summary>Marks a process as a target of the current signal; false between calls.</summary>
    public bool IsSignalled { get; set; }

    public int Nice { get; set; }

    /// <summary>The mode bits cleared in files that it creates: umask(2).</summary>
    public int ModeMask { get; set; }

    /// <summary>The login name that setlogin(2) has set for the part of its session in its prison (D18).</summary>
    public string Login { get; set; } = "";

    public DescriptorLimits Limits { get; set; }

    /// <summary>Where absolute paths start. <see cref="ProcessDirectories"/> maintains the reference.</summary>
    public Node Root { get; set; } = null!;

    /// <summary>Where relative paths start. <see cref="ProcessDirectories"/> maintains the reference.</summary>
    public Node Directory { get; set; } = null!;

    public DescriptorTable Descriptors { get; } = new();

    /// <summary>The process with the next higher id.</summary>
    public Process? Next => _inOrder.Next;

    /// <summary>The next process in the same queue of the scheduler.</summary>
    public Process? NextInQueue => _inQueue.Next;

    /// <summary>True from the moment at which its call falls asleep until the process continues.</summary>
    public bool IsAsleep => Sleeping.Message is not null;

    /// <summary>What procfs shows: the reason for which it sleeps, or that it does not.</summary>
    public string WaitMessage => IsAsleep && !Sleeping.IsWoken ? Sleeping.Message! : "nochan";

    /// <summary>
    /// True if it sleeps in poll or select and has asked for what a buffer of a socket has: selrecord. All that it asks
    /// for is recorded, since nothing of it was ready.
    /// </summary>
    public bool Polls(Channel channel)
    {
        PollEvents events = channel.Awaited switch
        {
            Awaited.Data => Arrivals,
            Awaited.Room => PollEvents.POLLOUT,
            _ => PollEvents.None,
        };
        for (int i = 0; i < Sleeping.Polled.Count; i++)
        {
            PollEntry entry = Sleeping.Polled[i];
            if ((entry.Events & events) != 0 && ReferenceEquals(Descriptors[entry.Fd]?.Socket, channel.Socket))
            {
                return true;
            }
        }

        return false;
    }

    public override bool IsIn(Session session) => ReferenceEquals(Group.Session, session);

    /// <summary>
    /// Copies what a child inherits, except directories and descriptors, which are reference-counted.
    /// </summary>
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
        Actions = parent.Actions;
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
        Actions = default;
        Sleeping = default;
        Root = null!;
        Directory = null!;
        Descriptors.Clear();
    }

    internal readonly struct InOrder : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inOrder;
    }

    internal readonly struct InQueue : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inQueue;
    }

    internal readonly struct InPidHash : ILinksOf<Process>
    {
        public static ref Links<Process> Of(Process item) => ref item._inPidHash;
    }
}
