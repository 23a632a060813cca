using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>Calls on process groups and sessions: kern_prot.c.</summary>
internal sealed class GroupCalls(ProcessTable processes)
{
    public static Outcome GetPGrp(Process caller) => Outcome.Returned(caller.Group.Id);

    public Outcome GetPGid(Process caller, int pid) =>
        pid == 0 ? GetPGrp(caller)
        : processes.FindVisible(caller.Credentials, pid) is { } process ? Outcome.Returned(process.Group.Id)
        : Outcome.Failed(Errno.ESRCH);

    /// <summary>Works for the caller only, because FreeBSD compares where it should assign.</summary>
    public static Outcome GetSid(Process caller, int pid) =>
        pid == 0 || pid == caller.Pid ? Outcome.Returned(caller.Group.Session.Id) : Outcome.Failed(Errno.ESRCH);

    /// <summary>EPERM if a process group with the caller's id exists.</summary>
    public Outcome SetSid(Process caller)
    {
        if (processes.Groups.Find(caller.Pid) is not null)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        processes.Groups.CreateSession(caller);
        return Outcome.Returned(caller.Pid);
    }

    /// <summary>EINVAL, the errors of <see cref="CheckTarget"/>, then those of <see cref="CheckGroup"/>.</summary>
    public Outcome SetPGid(Process caller, int pid, int group)
    {
        if (group < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Process? target = pid == 0 ? caller : processes.FindVisible(caller.Credentials, pid);
        Errno error = CheckTarget(caller, target);
        int id = group == 0 && target is not null ? target.Pid : group;
        error = error == Errno.None ? CheckGroup(caller, target!, id) : error;
        if (error == Errno.None)
        {
            processes.Groups.Enter(target!, id);
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// The target must be the caller or a descendant in its session (ESRCH, EPERM), and not a session leader (EPERM).
    /// </summary>
    private Errno CheckTarget(Process caller, Process? target) =>
        target is null || (!ReferenceEquals(target, caller) && !Descends(target, caller)) ? Errno.ESRCH
        : !ReferenceEquals(target.Group.Session, caller.Group.Session) || target.IsSessionLeader ? Errno.EPERM
        : Errno.None;

    /// <summary>
    /// The group must be the target's own, or one in the caller's session with a member that the caller sees (J6).
    /// </summary>
    private Errno CheckGroup(Process caller, Process target, int id) =>
        id == target.Pid ? Errno.None
        : processes.FindVisibleGroup(caller.Credentials, id) is not { } group
            || !ReferenceEquals(group.Session, caller.Group.Session) ? Errno.EPERM
        : Errno.None;

    /// <summary>
    /// inferior: true if the process descends from the ancestor. Tracing can make the parent links circular, on which
    /// FreeBSD would loop forever (G7); the number of processes bounds the walk.
    /// </summary>
    private bool Descends(Process process, Process ancestor)
    {
        Process? parent = processes.Find(process.ParentPid);
        for (int steps = 0; parent is not null && !ReferenceEquals(parent, ancestor); steps++)
        {
            parent = steps < processes.Count ? processes.Find(parent.ParentPid) : null;
        }

        return parent is not null;
    }
}
