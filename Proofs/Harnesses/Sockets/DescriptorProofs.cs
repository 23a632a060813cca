using Verify.Abi;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Processes;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Which descriptors dup2(2) and F_DUPFD accept and return.</summary>
internal static class DescriptorProofs
{
    private const int Most = 3;

    [Proof("S9", "dup2 accepts a target from 0 to below the limit and no other number. The target then refers to the "
        + "caller's file, and what it referred to before is closed.",
        Bound = "a limit of one to three descriptors, the first two open", Mutant = "dup2-at-the-limit")]
    public static void Target(HostState state, byte any, byte choice, int beyond, bool isWithin)
    {
        (ProofHost host, DescriptorCalls calls, Process caller, OpenFile file) = Opened(state, any, out int limit);
        int target = isWithin ? BoundedCount.Of(choice, limit - 1) : beyond;
        Proof.Assume(isWithin | beyond < 0 | beyond >= limit);
        Outcome outcome = calls.Dup2(caller, file, fd: 0, target);
        Proof.Assert(outcome.Error == (isWithin ? Errno.None : Errno.EBADF), "the limit is exact");
        if (isWithin)
        {
            Proof.Assert(outcome.Value == target & caller.Descriptors[target] == file, "it refers to the file");
            Proof.Assert(file.References == (target == 0 ? 1 : 2), "which has one reference more");
        }

        Proof.Assert(host.Sockets.Zone.InUse == (isWithin & target == 1 ? 1 : 2), "what it referred to is closed");
    }

    [Proof("S9", "F_DUPFD returns the lowest free descriptor that is not below the least one: EINVAL if that is not "
        + "below the limit, EMFILE if none is free.",
        Bound = "a limit of one to three descriptors, the first two open", Mutant = "dup2-of-negative")]
    public static void Least(HostState state, byte any, byte choice, int beyond, bool isWithin)
    {
        (_, _, Process caller, OpenFile file) = Opened(state, any, out int limit);
        int least = isWithin ? BoundedCount.Of(choice, limit - 1) : beyond;
        Proof.Assume(isWithin | beyond < 0 | beyond >= limit);
        Outcome outcome = DescriptorCalls.DupFrom(caller, file, least);
        Proof.Assert(
            outcome.Error == (!isWithin ? Errno.EINVAL : limit < Most ? Errno.EMFILE : Errno.None), "the error");
        Proof.Assert(
            outcome.Error != Errno.None || (outcome.Value == 2 & caller.Descriptors[2] == file), "the lowest one");
    }

    /// <summary>A process with two sockets open, and a third descriptor if the limit allows it.</summary>
    private static (ProofHost Host, DescriptorCalls Calls, Process Caller, OpenFile File) Opened(
        HostState state, byte any, out int limit)
    {
        var host = new ProofHost(state.Plain);
        var files = new FileTable(host.Sockets, null!);
        limit = 1 + BoundedCount.Of(any, Most - 1);
        var caller = new Process { Limits = new DescriptorLimits(limit, limit) };
        files.Open(caller.Descriptors, 0, host.Add(host.Udp, default));
        files.Open(caller.Descriptors, 1, host.Add(host.Udp, default));
        return (host, new DescriptorCalls(files), caller, caller.Descriptors[0]!);
    }
}
