using Verify.Abi;
using Verify.Model.Rules.Sleeping;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Goals;

/// <summary>
/// What poll and select answer is no lie (R2): if one says that a socket is readable, the same process could receive
/// with room for everything, or accept, and would not sleep; if it says that it is writable, the same holds for sending
/// one byte. The rules of those calls say whether they sleep, so that poll's own rules are held against them.
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

    public static string? Check(Call.ByProcess call, in Outcome outcome, State after)
    {
        foreach (PollEntry answer in Answers(call, outcome.Ready))
        {
            if (Check(call, answer, after) is { } lie)
            {
                return lie;
            }
        }

        return null;
    }

    /// <summary>
    /// True if one of the sockets of a poll or select is ready: the same call would return at once. What is no socket
    /// becomes ready without waking anybody.
    /// </summary>
    public static bool IsReady(State state, Process process, Call.ByProcess call)
    {
        Outcome nothing = Outcome.Polled(default);
        var check = new CallCheck(state, in nothing);
        return !PollRules.Poll(ref check, process, new Call.Poll(call.Pid, Sockets(process, call), 0)).Accepted;
    }

    /// <summary>The sockets that are asked for something, as the list of a poll.</summary>
    private static Few<PollEntry> Sockets(Process process, Call.ByProcess call)
    {
        Few<PollEntry> sockets = default;
        foreach (PollEntry entry in call is Call.Select select
            ? Entries(select.Sets, Math.Min(select.Count, process.TableSize))
            : ((Call.Poll)call).Entries.All.Take(process.TableSize))
        {
            sockets = process.FileAt(entry.Fd).IsSocket ? sockets.With(entry) : sockets;
        }

        return sockets;
    }

    private static IEnumerable<PollEntry> Answers(Call.ByProcess call, Readiness? ready) =>
        ready is null ? []
        : call is Call.Select select ? Entries(ready.Sets!, select.Count)
        : ready.Ready.All;

    private static IEnumerable<PollEntry> Entries(DescriptorSets sets, int count) =>
    [
        .. Entries(sets.Read, count, PollEvents.POLLRDNORM),
        .. Entries(sets.Write, count, PollEvents.POLLOUT),
    ];

    private static IEnumerable<PollEntry> Entries(DescriptorSet? set, int count, PollEvents events) =>
        (set?.All ?? []).TakeWhile(fd => fd < count).Select(fd => new PollEntry(fd, events));

    private static string? Check(Call.ByProcess call, PollEntry answer, State after)
    {
        if (after.FindProcess(call.Pid) is not { Sleep: null } caller
            || after.SocketAt(caller, answer.Fd) is not { IsIdle: false } socket)
        {
            return null;
        }

        State unlocked = WithoutHolder(after, socket.Id);
        var send = new Call.SendTo(call.Pid, answer.Fd, Data.Of("x"), null);
        Call.OnDescriptor receive = socket.IsListening && socket.Inbox.IsEmpty
            ? new Call.Accept(call.Pid, answer.Fd)
            : new Call.RecvMsg(
                call.Pid, answer.Fd, new Few<int>(Call.Receiving.UsualLength), Call.RecvMsg.MostControl);
        return (answer.Events & Readable) != 0 && Sleeps(unlocked, caller, socket, receive)
                ? Lie(call, answer.Events, receive)
            : answer.Events.HasFlag(PollEvents.POLLOUT) && Sleeps(unlocked, caller, socket, send)
                ? Lie(call, answer.Events, send)
            : null;
    }

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
                process.Sleep is { HoldsLock: true } sleep && process.FileAt(sleep.Fd).Id == socket
                    ? process with { Sleep = null }
                    : process),
        ],
    };

    private static string Lie(Call.ByProcess call, PollEvents answer, Call.OnDescriptor next) =>
        $"R2: {call} says {answer}, but {next} would sleep";
}
