using System.Collections.Immutable;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Removes a call with the descriptor or process that it creates, or merges a child with its parent. The kernel assigns
/// the lowest free descriptor and the next pid, so later ones decrease by one.
/// </summary>
internal static class CallRemoval
{
    /// <summary>
    /// The calls without the one at an index, and without those on the descriptor or process that it creates.
    /// </summary>
    public static ImmutableArray<Call> Without(ImmutableArray<Step> steps, int index)
    {
        ImmutableArray<Call> calls = [.. steps.Select(step => step.Call)];
        return (steps[index].Call, steps[index].Stated) switch
        {
            (Call.Fork, { Kind: ReplyKind.Returned, Value: { } pid }) => WithoutProcess(calls, index, pid),
            (Call.Socket or Call.Accept or Call.Open, { Kind: ReplyKind.Returned, Value: { } fd }) =>
                WithoutDescriptor(calls, index, fd),
            _ => calls.RemoveAt(index),
        };
    }

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

    private static ImmutableArray<Call> WithoutProcess(ImmutableArray<Call> calls, int index, int pid) =>
    [
        .. calls[..index],
        .. calls[(index + 1)..]
            .Where(call => call is not Call.ByProcess { Pid: var caller } || caller != pid)
            .Where(call => call is not Call.OnProcess { Target: var target } || target != pid)
            .Select(call => WithPids(call, other => Lower(other, pid))),
    ];

    /// <summary>The pid of a process if another process is not created.</summary>
    private static int Lower(int pid, int gone) => pid > gone ? pid - 1 : pid;

    private static Call WithPids(Call call, Func<int, int> rename) => call switch
    {
        Call.OnProcess on => on with { Pid = rename(on.Pid), Target = rename(on.Target) },
        Call.PassFd pass => pass with { Pid = rename(pass.Pid), Target = rename(pass.Target) },
        Call.ByProcess by => by with { Pid = rename(by.Pid) },
        _ => call,
    };

    private static ImmutableArray<Call> WithoutDescriptor(ImmutableArray<Call> calls, int index, int fd) =>
    [
        .. calls[..index],
        .. calls[(index + 1)..]
            .Where(call => call is not Call.OnDescriptor { Fd: var used } || used != fd)
            .Select(call => call is Call.OnDescriptor { Fd: var used } system && used > fd
                ? system with { Fd = used - 1 }
                : call),
    ];
}
