namespace Verify.Abi.Calls;

/// <summary>Calls on processes, the caller's own identity and limits, and the whole machine (J4, J6).</summary>
public abstract partial record Call
{
    /// <summary>A call on another process, or on the caller itself.</summary>
    public abstract record OnProcess(int Pid, int Target) : ByProcess(Pid);

    /// <summary>
    /// kill(2). A target of -1 is every process that the caller may signal, except itself and process 1; 0 is its
    /// process group, including itself; a target below -1 is another group.
    /// </summary>
    public sealed record Kill(int Pid, int Target, int Signal) : OnProcess(Pid, Target);

    /// <summary>sigaction(2). A handler returns at once and has no effect.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Signal">The signal.</param>
    /// <param name="Action">What the signal does from now on.</param>
    /// <param name="Restarts">SA_RESTART: a call that the handler interrupts is made again.</param>
    public sealed record SigAction(int Pid, int Signal, SignalAction Action, bool Restarts) : ByProcess(Pid);

    /// <summary>
    /// A process that was woken gets the processor, in a world in which that happens later. The outcome is that of its
    /// sleeping call; ESRCH if it was not woken, or sleeps in another call.
    /// </summary>
    /// <param name="Pid">The process.</param>
    /// <param name="Call">The name of the sleeping call in the trace text, such as accept.</param>
    public sealed record Resume(int Pid, string Call) : ByProcess(Pid);

    /// <summary>
    /// ptrace(2) with PT_ATTACH. The process becomes the caller's child and is traced: its signals are held for the
    /// tracer, and it is killed when the tracer exits.
    /// </summary>
    public sealed record PTrace(int Pid, int Target) : OnProcess(Pid, Target);

    /// <summary>
    /// ktrace(2), started and stopped immediately: only the permission matters. A negative target is a process group.
    /// </summary>
    public sealed record KTrace(int Pid, int Target) : OnProcess(Pid, Target);

    /// <summary>getpriority(2). Value: the lowest nice value plus 20, so that it is never -1.</summary>
    public sealed record GetPriority(int Pid, int Target, PriorityOf Which = PriorityOf.PRIO_PROCESS)
        : OnProcess(Pid, Target);

    /// <summary>setpriority(2).</summary>
    public sealed record SetPriority(int Pid, int Target, int Nice, PriorityOf Which = PriorityOf.PRIO_PROCESS)
        : OnProcess(Pid, Target);

    /// <summary>getpgid(2); 0 is the caller. Value: the process group's id.</summary>
    public sealed record GetPGid(int Pid, int Target) : OnProcess(Pid, Target);

    /// <summary>getsid(2); 0 is the caller. Value: the session's id.</summary>
    public sealed record GetSid(int Pid, int Target) : OnProcess(Pid, Target);

    /// <summary>setpgid(2). A target of 0 is the caller; a group of 0 is the group with the target's pid.</summary>
    public sealed record SetPGid(int Pid, int Target, int Group) : OnProcess(Pid, Target);

    /// <summary>getpgrp(2). Value: the id of the caller's process group.</summary>
    public sealed record GetPGrp(int Pid) : ByProcess(Pid);

    /// <summary>setsid(2). Value: the new session's id.</summary>
    public sealed record SetSid(int Pid) : ByProcess(Pid);

    /// <summary>setgid(2): real, effective and saved group id. Ids are unsigned; -1 is a valid id.</summary>
    public sealed record SetGid(int Pid, int Gid) : ByProcess(Pid);

    /// <summary>seteuid(2).</summary>
    public sealed record SetEUid(int Pid, int Uid) : ByProcess(Pid);

    /// <summary>setegid(2).</summary>
    public sealed record SetEGid(int Pid, int Gid) : ByProcess(Pid);

    /// <summary>setreuid(2); -1 leaves an id unchanged.</summary>
    public sealed record SetReUid(int Pid, int Real, int Effective) : ByProcess(Pid);

    /// <summary>setregid(2); -1 leaves an id unchanged.</summary>
    public sealed record SetReGid(int Pid, int Real, int Effective) : ByProcess(Pid);

    /// <summary>
    /// setgroups(2). The first group becomes the effective one; an empty list keeps it. Real and saved group stay.
    /// </summary>
    public sealed record SetGroups(int Pid, GroupList Groups) : ByProcess(Pid)
    {
        /// <summary>The effective group; 0 for an empty list.</summary>
        public int Gid => Groups.Count > 0 ? Groups[0] : 0;
    }

    /// <summary>getuid(2). Value: the real user id.</summary>
    public sealed record GetUid(int Pid) : ByProcess(Pid);

    /// <summary>geteuid(2). Value: the effective user id.</summary>
    public sealed record GetEUid(int Pid) : ByProcess(Pid);

    /// <summary>getgid(2). Value: the real group id.</summary>
    public sealed record GetGid(int Pid) : ByProcess(Pid);

    /// <summary>getegid(2). Value: the effective group id.</summary>
    public sealed record GetEGid(int Pid) : ByProcess(Pid);

    /// <summary>getgroups(2). Text: the groups, the effective one first, separated by blanks.</summary>
    public sealed record GetGroups(int Pid) : ByProcess(Pid);

    /// <summary>
    /// issetugid(2). Value: 1 if an id of the process, or of one that it was forked from, has changed (P_SUGID).
    /// </summary>
    public sealed record IsSetUGid(int Pid) : ByProcess(Pid);

    /// <summary>setlogin(2).</summary>
    public sealed record SetLogin(int Pid, string? Name) : ByProcess(Pid);

    /// <summary>getlogin(2). Text: the name.</summary>
    public sealed record GetLogin(int Pid) : ByProcess(Pid);

    /// <summary>setrlimit(2) of RLIMIT_NOFILE, the number of descriptors: the soft and the hard limit.</summary>
    public sealed record SetRLimit(int Pid, int Current, int Maximum) : ByProcess(Pid);

    /// <summary>getrlimit(2) of RLIMIT_NOFILE. Value: the soft limit.</summary>
    public sealed record GetRLimit(int Pid) : ByProcess(Pid);

    /// <summary>An administrative call; only the permission is modelled (J4).</summary>
    public sealed record Administer(int Pid, Administration What) : ByProcess(Pid);
}
