using Verify.Abi;
using Verify.Model.Rules.Sleeping;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Goals;

/// <summary>
/// What poll answers is no lie (R2): if it says that a socket is readable, the same process could receive with room for
/// everything, or accept, and would not sleep; if it says that it is writable, the same holds for sending one byte. The
/// rules of those calls say whether they sleep, so that poll's own rules are held against them.
/// </summary>
/// <remarks>
/// A local datagram socket may listen, which nobody can connect to, and still receives.
///
/// An answer is about what is queued. A process that sleeps for more with MSG_WAITALL keeps the lock of the buffer, and
/// whoever receives meanwhile waits for it, however much is queued; FreeBSD 4.0's poll does not look at the lock. So a
/// locked buffer is judged as if its holder were gone.
/// </remarks>
internal static class PollGoal
{
    private const PollEvents Readable = PollEvents.POLLIN | PollEvents.POLLRDNORM;

    public static string? Check(Call.Poll call, in Outcome outcome, State after)
    {
        if (!outcome.Succeeded || after.FindProcess(call.Pid) is not { Sleep: null } caller
            || after.SocketAt(caller, call.Fd) is not { IsIdle: false } socket)
        {
            return null;
        }

        var answer = (PollEvents)outcome.Value;
        State unlocked = WithoutHolder(after, socket.Id);
        Call.OnDescriptor receive = socket.IsListening && socket.Inbox.IsEmpty
            ? new Call.Accept(call.Pid, call.Fd)
            : new Call.RecvMsg(
                call.Pid, call.Fd, new Few<int>(Call.Receiving.UsualLength), Call.RecvMsg.MostControl);
        return (answer & Readable) != 0 && Sleeps(unlocked, caller, socket, receive) ? Lie(call, answer, receive)
            : answer.HasFlag(PollEvents.POLLOUT) && Sleeps(unlocked, caller, socket, OneByte(call))
                ? Lie(call, answer, OneByte(call))
            : null;
    }

    private static Call.SendTo OneByte(Call.Poll call) => new(call.Pid, call.Fd, Data.Of("x"), null);

    private static bool Sleeps(State state, Process caller, Socket socket, Call.OnDescriptor next)
    {
        Outcome asleep = Outcome.Asleep;
        var check = new CallCheck(state, in asleep);
        return SleepingCallRules.Judge(ref check, caller, socket, next).Accepted;
    }

    private static State WithoutHolder(State state, int socket) => !state.IsLocked(socket) ? state : state with
    {
        Processes =
        [
            .. state.Processes.Select(process =>
                process.Sleep is { HoldsLock: true } sleep && process.FileAt(sleep.Call.Fd).Id == socket
                    ? process with { Sleep = null }
                    : process),
        ],
    };

    private static string Lie(Call.Poll call, PollEvents answer, Call.OnDescriptor next) =>
        $"R2: {call} says {answer}, but {next} would sleep";
}
