using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Processes;

/// <summary>
/// All process groups and sessions and their membership: enterpgrp, leavepgrp and pgdelete of kern_proc.c.
/// </summary>
internal sealed class ProcessGroups
{
    private IntrusiveList<ProcessGroup, ProcessGroup.InGroups> _groups;

    public Zone<ProcessGroup> Zone { get; } = new("pgrp");

    public Zone<Session> Sessions { get; } = new("session");

    public ProcessGroup? Find(int id)
    {
        ProcessGroup? group = _groups.First;
        while (group is not null && group.Id != id)
        {
            group = group.Next;
        }

        return group;
    }

    /// <summary>True if a group or session has this id, so that no new process may get it.</summary>
    public bool IsIdInUse(int id)
    {
        ProcessGroup? group = _groups.First;
        while (group is not null && group.Id != id && group.Session.Id != id)
        {
            group = group.Next;
        }

        return group is not null;
    }

    /// <summary>Adds a new process to its parent's group.</summary>
    public static void Join(Process process, ProcessGroup group)
    {
        process.Group = group;
        group.Members++;
    }

    /// <summary>Moves a process to a group of its session, creating the group if it does not exist.</summary>
    public void Enter(Process process, int id)
    {
        ProcessGroup group = Find(id) ?? Make(id, process.Group.Session);
        if (!ReferenceEquals(group, process.Group))
        {
            Leave(process);
            Join(process, group);
        }
    }

    /// <summary>Makes a process the leader of a new session with one group; both have its id.</summary>
    public void CreateSession(Process process)
    {
        Session session = Sessions.Allocate()!;
        session.Id = process.Pid;
        session.Leader = process.Pid;
        ProcessGroup group = Make(process.Pid, session);
        if (process.Group is not null)
        {
            Leave(process);
        }

        Join(process, group);
    }

    /// <summary>Removes a process that ends.</summary>
    public void Forget(Process process)
    {
        if (process.IsSessionLeader)
        {
            process.Group.Session.Leader = 0;
        }

        Leave(process);
    }

    /// <summary>Leaves the group. An empty group is freed, and a session without groups.</summary>
    private void Leave(Process process)
    {
        ProcessGroup group = process.Group;
        if (--group.Members > 0)
        {
            return;
        }

        Session session = group.Session;
        group.DisownAll();
        _groups.Remove(group);
        Zone.Free(group);
        if (--session.Groups == 0)
        {
            Sessions.Free(session);
        }
    }

    private ProcessGroup Make(int id, Session session)
    {
        ProcessGroup group = Zone.Allocate()!;
        group.Id = id;
        group.Session = session;
        session.Groups++;
        _groups.InsertHead(group);
        return group;
    }
}
