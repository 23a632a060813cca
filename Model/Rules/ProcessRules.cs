using Verify.Abi;

namespace Verify.Model;

/// <summary>fork, setuid, exit.</summary>
internal static class ProcessRules
{
    public static Verdict Fork(ref Hearing hearing, Process caller)
    {
        State state = hearing.State;
        int limit = state.World.Tunables.MaxProcesses - (caller.IsSuperuser ? 0 : 1);
        if (state.Processes.Length >= limit)
        {
            return hearing.Fails(Errno.EAGAIN, Rule.ForkFull);
        }

        int child = hearing.Seen.Value;
        bool allowed = child > 0 && hearing.Seen == Outcome.Returned(child) && state.FindProcess(child) is null;
        return allowed
            ? hearing.May(state.With(caller with { Pid = child }), Rule.ForkInherits)
            : hearing.MustNot(
                Outcome.Returned(state.Processes[^1].Pid + 1), Rule.ForkInherits, "or any other pid not in use");
    }

    public static Verdict SetUid(ref Hearing hearing, Process caller, Call.SetUid call) =>
        call.Uid < 0 ? hearing.Fails(Errno.EINVAL, Rule.SetUidNegative)
        : !caller.IsSuperuser && call.Uid != caller.Uid ? hearing.Fails(Errno.EPERM, Rule.SetUidDenied)
        : hearing.Must(Outcome.Ok, hearing.State.With(caller with { Uid = call.Uid }), Rule.SetUidAllowed);

    public static Verdict Exit(ref Hearing hearing, Process caller)
    {
        State state = hearing.State;
        for (int fd = 0; fd < caller.Files.Length; fd++)
        {
            state = CloseRules.Release(state, caller.Pid, fd);
        }

        state = state with { Processes = state.Processes.RemoveAll(process => process.Pid == caller.Pid) };
        return hearing.Must(Outcome.Ok, state, Rule.ExitCloses);
    }
}
