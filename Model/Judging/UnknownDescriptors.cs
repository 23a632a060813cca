using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Judging;

/// <summary>
/// Descriptors of which nothing is known: those that a process has when the log begins, and those of which something
/// was seen that the model does not allow.
/// </summary>
internal static class UnknownDescriptors
{
    /// <summary>
    /// How many descriptors that the trace does not name stand for all others: the most that one call opens without
    /// their being stated.
    /// </summary>
    private const int Unnamed = 2;

    /// <summary>
    /// The state in which nothing is known of the descriptors of process 1, as far as the trace will name them.
    /// </summary>
    public static State AtBoot(State state, NamedNumbers named)
    {
        Process first = state.Processes[0];
        int count = named.Descriptors.Where(fd => fd < first.HardLimit).DefaultIfEmpty(-1).Max() + 1 + Unnamed;
        return state.With(first with { Files = [.. Enumerable.Repeat(DescriptorEntry.Unknown, count)] });
    }

    /// <summary>The state in which nothing is known of a descriptor.</summary>
    public static State With(State state, int pid, int fd) => state.FindProcess(pid) is { } process
        ? state.With(process.With(fd, DescriptorEntry.Unknown))
        : state;

    /// <summary>
    /// The state in which nothing is known of the descriptors that recvmsg(2) is stated to have returned.
    /// </summary>
    public static State WithReceived(State state, int pid, Statement stated) =>
        Received(state.FindProcess(pid), stated).Aggregate(state, (known, fd) => With(known, pid, fd));

    /// <summary>The descriptors that recvmsg(2) is stated to have returned and a process can have.</summary>
    public static IEnumerable<int> Received(Process? receiver, Statement stated) =>
        ControlMessages.DescriptorsIn(stated.Control ?? default).Where(fd => fd >= 0 && fd < receiver?.HardLimit);

    /// <summary>
    /// The state before the call, once for each way in which the descriptors may matter: it uses one, which may be open
    /// or not, or it opens one, which was free although nothing is known of it.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="stated">What is stated.</param>
    /// <param name="named">The numbers of the trace.</param>
    public static IEnumerable<Possibility> Choices(
        Possibility before, Call call, Statement stated, NamedNumbers named)
    {
        State state = before.State;
        yield return before;
        if (Used(state, call) is (var user, var fd) && user.FileAt(fd).IsUnknown)
        {
            yield return before with { State = state.With(user.With(fd, DescriptorEntry.Closed)) };
        }
        else if (Receiver(state, call) is { } receiver)
        {
            yield return before with
            {
                State = state.With(Received(receiver, stated).Where(number => receiver.FileAt(number).IsUnknown)
                    .Aggregate(receiver, (freed, number) => freed.With(number, DescriptorEntry.Closed))),
            };
        }
        else if (Opener(state, call) is { } opener)
        {
            int[] free = [.. Free(opener, call, stated, named).Where(number => opener.FileAt(number).IsUnknown)];
            foreach (int first in free)
            {
                Process freed = opener.With(first, DescriptorEntry.Closed);
                yield return before with { State = state.With(freed) };
                foreach (int second in call is Call.SocketPair ? free.Where(number => number > first) : [])
                {
                    yield return before with { State = state.With(freed.With(second, DescriptorEntry.Closed)) };
                }
            }
        }
    }

    /// <summary>
    /// The branch of a call on a descriptor of which nothing is known, and which is open; null for any other call.
    /// </summary>
    public static Branch? Branch(Possibility before, Call call, Statement stated)
    {
        if (Used(before.State, call) is not (var user, var fd) || !user.FileAt(fd).IsUnknown)
        {
            return null;
        }

        State state = before.State;
        bool hasFailed = stated.Kind is ReplyKind.Failed;
        State after = call switch
        {
            Call.Close when !hasFailed => state.With(user.With(fd, DescriptorEntry.Closed)),
            Call.Accept or Call.Dup or Call.FcntlDup when !hasFailed && stated.Value is { } opened =>
                With(state, user.Pid, opened),
            Call.RecvMsg when !hasFailed => WithReceived(state, user.Pid, stated),
            Call.Dup2 dup when !hasFailed && dup.Target != fd && (uint)dup.Target < (uint)user.Limit =>
                With(Closed(state, dup), user.Pid, dup.Target),
            _ => state,
        };
        return new Branch(before with { State = after }, default, DescriptorRules.DescriptorNotOpen, "")
        {
            Unknown = $"what descriptor {fd} of process {user.Pid} is, is not known",
        };
    }

    /// <summary>The state in which the target of dup2(2) is closed.</summary>
    private static State Closed(State state, Call.Dup2 call)
    {
        var check = new CallCheck(state, in Continuations.Impossible);
        return DescriptorRules.Release(ref check, state, call.Pid, call.Target);
    }

    /// <summary>The descriptor that a call uses; of several that it asks, one that is not known.</summary>
    private static (Process User, int Fd)? Used(State state, Call call)
    {
        if (call is not Call.ByProcess { Pid: var pid } made || state.FindProcess(pid) is not { Sleep: null } user)
        {
            return null;
        }

        return made is Call.OnDescriptor { Fd: var fd } ? (user, fd)
            : Doubt.Asked(made).Where(asked => user.FileAt(asked).IsUnknown).Cast<int?>().FirstOrDefault() is { } first
                ? (user, first)
            : null;
    }

    /// <summary>The process that may get any number of descriptors with a message.</summary>
    private static Process? Receiver(State state, Call call) => call switch
    {
        Call.RecvMsg { Pid: var pid } => state.FindProcess(pid),
        Call.Resume { Call: "recvmsg", Pid: var pid } => state.FindProcess(pid),
        _ => null,
    };

    /// <summary>The process that gets a new descriptor; null if the call opens none.</summary>
    private static Process? Opener(State state, Call call) => call switch
    {
        Call.Socket or Call.SocketPair or Call.Open or Call.Accept or Call.Dup or Call.FcntlDup =>
            state.FindProcess(((Call.ByProcess)call).Pid),
        Call.Resume { Call: "accept" } resume => state.FindProcess(resume.Pid),
        _ => null,
    };

    /// <summary>
    /// The descriptors that the call may return; one that the trace does not name stands for all such.
    /// </summary>
    private static IEnumerable<int> Free(Process opener, Call call, Statement stated, NamedNumbers named) =>
        (stated.Value, call, stated.Second) switch
        {
            ({ } fd, not Call.SocketPair, _) => [fd],
            ({ } first, _, { } second) => [first, second],
            _ => named.Descriptors.Concat(Enumerable.Range(0, opener.Files.Length)
                .Where(number => !named.Descriptors.Contains(number) && opener.FileAt(number).IsUnknown)
                .Take(Unnamed)),
        };
}
