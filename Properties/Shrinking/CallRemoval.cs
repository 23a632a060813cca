using System.Collections.Immutable;
using Verify.Properties.Values;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Removes a call with the descriptors or the process that it creates, or merges a child with its parent. The kernel
/// assigns the lowest free descriptor and the next pid, so later ones decrease.
/// </summary>
internal static class CallRemoval
{
    /// <summary>
    /// The calls without the one at an index, and without those on the descriptors or the process that it creates. If
    /// it sleeps, its continuations go too.
    /// </summary>
    public static ImmutableArray<Call> Without(ImmutableArray<Step> steps, int index) =>
        Without(steps, index, CallEnd.Of(steps, index), removesWaker: false);

    /// <summary>The same, also without the call that wakes the one at an index, which sleeps.</summary>
    public static ImmutableArray<Call> WithoutSleep(ImmutableArray<Step> steps, int index) =>
        Without(steps, index, CallEnd.Of(steps, index), removesWaker: true);

    /// <summary>The calls without the fork(2) at an index; the parent makes the calls of the child.</summary>
    public static ImmutableArray<Call> Merged(ImmutableArray<Step> steps, int index)
    {
        (int parent, int child) = (((Call.Fork)steps[index].Call).Pid, steps[index].Stated!.Value!.Value);
        return
        [
            .. steps[..index].Select(step => step.Call),
            .. steps[(index + 1)..].Select(
                step => WithPids(step.Call, pid => pid == child ? parent : Lower(pid, child))),
        ];
    }

    private static ImmutableArray<Call> Without(
        ImmutableArray<Step> steps, int index, CallEnd end, bool removesWaker)
    {
        int ended = Math.Min(end.Index + 1, steps.Length);
        IEnumerable<Call> during = Enumerable.Range(index + 1, ended - index - 1)
            .Where(i => !(removesWaker && i == end.Index))
            .Select(i => steps[i].Call)
            .Where(call => !Continues(call, steps[index].Call));
        return
        [
            .. steps[..index].Select(step => step.Call),
            .. during,
            .. WithoutCreated(steps[ended..], steps[index].Call, end.Stated),
        ];
    }

    /// <summary>True if a call resumes another one, which sleeps.</summary>
    private static bool Continues(Call call, Call sleeping) =>
        call is Call.Resume resume && sleeping is Call.ByProcess { Pid: var pid } && resume.Pid == pid;

    /// <summary>The calls without those on what another call created.</summary>
    private static IEnumerable<Call> WithoutCreated(ImmutableArray<Step> steps, Call creator, Statement? stated) =>
        (creator, stated) switch
        {
            (Call.Fork, { Kind: ReplyKind.Returned, Value: { } pid }) => WithoutProcess(steps, pid),
            (Call.Socket or Call.Accept or Call.Open or Call.Dup or Call.FcntlDup,
                { Kind: ReplyKind.Returned, Value: { } fd }) =>
                WithoutDescriptors(steps, ((Call.ByProcess)creator).Pid, fd),
            (Call.SocketPair { Pid: var pid }, { Kind: ReplyKind.Returned, Value: { } first, Second: { } second }) =>
                WithoutDescriptors(steps, pid, first, second),
            (Call.RecvMsg { Pid: var pid }, { Control: { } control })
                when Rights.In(control) is { Length: > 0 } given =>
                WithoutDescriptors(steps, pid, given),
            _ => steps.Select(step => step.Call),
        };

    private static IEnumerable<Call> WithoutProcess(ImmutableArray<Step> steps, int pid) => steps
        .Select(step => step.Call)
        .Where(call => call is not Call.ByProcess { Pid: var caller } || caller != pid)
        .Where(call => call is not Call.OnProcess { Target: var target } || target != pid)
        .Select(call => WithPids(call, other => Lower(other, pid)));

    /// <summary>
    /// The calls without those on descriptors of a process, and of those that inherit them.
    /// </summary>
    private static IEnumerable<Call> WithoutDescriptors(ImmutableArray<Step> steps, int pid, params int[] gone)
    {
        HashSet<int> owners = [pid];
        foreach (Step step in steps)
        {
            if (step is { Call: Call.Fork { Pid: var parent }, Stated: { Kind: ReplyKind.Returned, Value: { } child } }
                && owners.Contains(parent))
            {
                owners.Add(child);
            }

            if (step.Call is not Call.OnDescriptor { Pid: var caller, Fd: var fd } call || !owners.Contains(caller))
            {
                yield return step.Call;
            }
            else if (!gone.Contains(fd))
            {
                yield return Passing(call, gone) with { Fd = Lower(fd, gone) };
            }
        }
    }

    /// <summary>The call without the descriptors that it passes and that do not exist.</summary>
    private static Call.OnDescriptor Passing(Call.OnDescriptor call, int[] gone) =>
        call is Call.SendMsg send && Rights.In(send.Control) is { } passed
            ? send with { Control = Rights.Of([.. passed.Except(gone).Select(fd => Lower(fd, gone))]) }
            : call;

    private static int Lower(int fd, int[] gone) => fd - gone.Count(number => number < fd);

    /// <summary>The pid of a process if another process is not created.</summary>
    private static int Lower(int pid, int gone) => pid > gone ? pid - 1 : pid;

    private static Call WithPids(Call call, Func<int, int> rename) => call switch
    {
        Call.OnProcess on => on with { Pid = rename(on.Pid), Target = rename(on.Target) },
        Call.ByProcess by => by with { Pid = rename(by.Pid) },
        _ => call,
    };
}
