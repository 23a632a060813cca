using Verify.Abi;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>Which processes are visible, and the calls that check it: an invisible process is ESRCH.</summary>
internal static class ProcessVisibilityProofs
{
    [Proof("J6", "The host sees every process; a prison sees its own, and none of another prison with the same "
        + "address.",
        Bound = "the result of Credentials.Sees; the calls that use it are proofs of their own",
        Mutant = "prisons-told-by-address")]
    public static void HostSeesAllPrisonSeesItself(HostState state, byte prison, int uid, byte other, int otherUid)
    {
        var host = new ProofHost(state);
        Credentials viewer = host.Caller(prison, uid).Credentials;
        Credentials seen = host.Caller(other, otherUid).Credentials;
        Proof.Cover(!viewer.Sees(seen) & prison is 1 & other is 2, "a process of another prison is invisible");
        Proof.Assert(viewer.Sees(seen) == IsSeen(prison, other));
    }

    [Proof("J6", "kill: ESRCH for a process that is invisible or does not exist, EPERM only for a visible one of "
        + "another user, which SIGCONT still reaches.",
        Bound = "three processes of one session; signals that do not end a process, and numbers that are not signals",
        Mutant = "kill-sees-prisons")]
    public static void Kill(byte prison, int uid, byte other, int otherUid, byte target, int signal)
    {
        Proof.Assume(target is > 0 and < 8);
        var all = new TwoProcesses(prison, uid, other, otherUid);
        bool continues = signal == 19; // SIGCONT: all are in one session.
        Errno found = Expected(prison, uid, other, otherUid, target);
        Errno expected = signal is < 0 or > 128 ? Errno.EINVAL
            : continues & found == Errno.EPERM ? Errno.None
            : found;
        Proof.Assume(!Signals.Ends(signal) | expected != Errno.None);
        var calls = new SignalCalls(all.Table, new SignalPosting(new Scheduler()), null!);
        Errno error = calls.Kill(all.Caller, target, signal).Error;
        Proof.Assert(error == expected);
    }

    [Proof("J6", "kill(-1): ESRCH if no other visible process may be signalled.",
        Bound = "three processes; signals that do not end a process", Mutant = "broadcast-leaves-prison")]
    public static void KillBroadcast(byte prison, int uid, byte other, int otherUid, int signal)
    {
        Proof.Assume(Signals.IsValid(signal));
        bool reaches = IsSeen(prison, other) & (uid == 0 | uid == otherUid | signal == 19); // SIGCONT: one session.
        Proof.Assume(!Signals.Ends(signal) | !reaches);
        var all = new TwoProcesses(prison, uid, other, otherUid);
        var calls = new SignalCalls(all.Table, new SignalPosting(new Scheduler()), null!);
        Errno error = calls.Kill(all.Caller, -1, signal).Error;
        Proof.Assert(error == (reaches ? Errno.None : Errno.ESRCH));
    }

    [Proof("J6", "ptrace and ktrace: ESRCH for a process that is invisible or does not exist, EPERM only for a "
        + "visible one of another user; no prisoner may ptrace one of another user.",
        Bound = "three processes that have not changed their ids", Mutant = "ptrace-sees-prisons")]
    public static void Tracing(byte prison, int uid, byte other, int otherUid, byte target, bool isPtrace)
    {
        Proof.Assume(target is > 0 and < 8);
        var all = new TwoProcesses(prison, uid, other, otherUid);
        var calls = new TracingCalls(all.Table);
        Errno access = Expected(prison, uid, other, otherUid, target);
        int owner = target == 1 ? 0 : target == all.Caller.Pid ? uid : otherUid;
        Errno expected = isPtrace & target == all.Caller.Pid ? Errno.EINVAL
            : isPtrace & access == Errno.None & uid != owner & (prison is 1 or 2) ? Errno.EPERM
            : access;
        Outcome outcome = isPtrace ? calls.PTrace(all.Caller, target) : calls.KTrace(all.Caller, target);
        Proof.Assert(outcome.Error == expected);
    }

    [Proof("J6", "getpriority and setpriority: ESRCH for a process that is invisible or does not exist; only the "
        + "superuser changes another user's (EPERM) or lowers a nice value (EACCES), and nothing else changes.",
        Bound = "three processes", Mutant = "priority-sees-prisons")]
    public static void Priority(byte prison, int uid, byte other, int otherUid, byte target, sbyte nice,
        sbyte value)
    {
        Proof.Assume(target < 8 & nice is >= -20 and <= 20);
        var all = new TwoProcesses(prison, uid, other, otherUid);
        var calls = new PriorityCalls(all.Table);
        all.Other.Nice = nice;
        byte pid = target == 0 ? (byte)all.Caller.Pid : target;
        int before = pid == all.Other.Pid ? nice : 0;
        Errno access = Expected(prison, uid, other, otherUid, pid);
        Outcome read = calls.Get(all.Caller, PriorityOf.PRIO_PROCESS, target);
        Proof.Assert(
            access == Errno.ESRCH ? read.Error == Errno.ESRCH : read.Value == before + 20, "who is seen can be read");
        int wanted = value < -20 ? -20 : value > 20 ? 20 : value;
        Errno error = calls.Set(all.Caller, PriorityOf.PRIO_PROCESS, target, value).Error;
        Proof.Assert(
            error == (access == Errno.None & uid != 0 & wanted < before ? Errno.EACCES : access), "it is asked");
        Proof.Assert(
            all.Other.Nice == (error == Errno.None & pid == all.Other.Pid ? wanted : nice), "nothing else changes");
    }

    // Process 1 belongs to the superuser on the host, 2 is the caller, 3 the other one.
    private static Errno Expected(byte prison, int uid, byte other, int otherUid, byte target)
    {
        bool isSeen = target == 1 ? IsSeen(prison, 0) : target == 2 | (target == 3 & IsSeen(prison, other));
        int owner = target == 1 ? 0 : target == 2 ? uid : otherUid;
        return !isSeen ? Errno.ESRCH : uid != 0 & uid != owner ? Errno.EPERM : Errno.None;
    }

    private static bool IsSeen(byte viewer, byte seen) => viewer is not (1 or 2) | viewer == seen;
}
