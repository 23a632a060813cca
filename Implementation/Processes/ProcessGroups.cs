using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Processes;

/// <summary>All process groups and sessions, and who is in them: enterpgrp, leavepgrp and pgdelete of kern_proc.c.</summary>
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

    /// <summary>Whether a group or a session has an id, so that no process may get it.</summary>
    public bool IsIdInUse(int id)
    {
        ProcessGroup? group = _groups.First;
        while (group is not null && group.Id != id && group.Session.Id != id)
        {
            group = group.Next;
        }

        return group is not null;
    }

    /// <summary>Puts a new process into its parent's group.</summary>
    public static void Join(Process process, ProcessGroup group)
    {
        process.Group = group;
        group.Members++;
    }

    /// <summary>Moves a process into a group of its session, which is made where it is not there.</summary>
    public void Enter(Process process, int id)
    {
        ProcessGroup group = Find(id) ?? Make(id, process.Group.Session);
        if (!ReferenceEquals(group, process.Group))
        {
            Leave(process);
            Join(process, group);
        }
    }

    /// <summary>Makes a process the leader of a session with one group, both with its id.</summary>
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

    /// <summary>A process ends.</summary>
    public void Forget(Process process)
    {
        if (process.IsSessionLeader)
        {
            process.Group.Session.Leader = 0;
        }

        Leave(process);
    }

    /// <summary>A group goes with its last process, and a session with its last group.</summary>
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
