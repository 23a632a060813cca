using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// The flags of an open file, which all its descriptors share: fcntl(2) with F_GETFL and F_SETFL, ioctl(2) with FIONBIO
/// and FIOASYNC.
/// </summary>
internal static class FlagRules
{
    public static readonly Rule FlagsRead = new(
        "R2.flags-read", "F_GETFL returns the access mode and the flags of the open file.",
        "kern/kern_descrip.c:fcntl");
    public static readonly Rule FlagsSet = new(
        "R2.flags-set",
        "F_SETFL replaces O_NONBLOCK, O_APPEND, O_ASYNC and O_FSYNC of the open file; other bits are ignored.",
        "kern/kern_descrip.c:fcntl");
    public static readonly Rule NonBlockingSet = new(
        "R2.nonblocking-set", "FIONBIO sets or clears O_NONBLOCK of the open file.", "kern/sys_generic.c:ioctl");
    public static readonly Rule AsynchronousSet = new(
        "R2.async-set", "FIOASYNC sets or clears O_ASYNC of the open file.", "kern/sys_generic.c:ioctl");
    public static readonly Rule FlagsNoDevice = new(
        "R2.flags-no-device",
        "F_SETFL, FIONBIO and FIOASYNC fail with ENODEV on the null device; the flags are set nevertheless.",
        "i386/i386/mem.c:mmioctl");
    public static readonly Rule FlagsDead = new(
        "R2.flags-dead",
        "F_SETFL, FIONBIO and FIOASYNC fail with ENOTTY on the procfs file of a process that has exited; the flags are "
        + "set nevertheless.",
        "miscfs/deadfs/dead_vnops.c:dead_ioctl");

    /// <summary>O_FSYNC of sys/fcntl.h, which has no other use here.</summary>
    private const OpenOptions Synchronous = (OpenOptions)0x80;

    /// <summary>FCNTLFLAGS: what F_SETFL replaces, and what remains of the flags of open(2) besides the mode.</summary>
    private const OpenOptions Settable =
        OpenOptions.O_NONBLOCK | OpenOptions.O_APPEND | OpenOptions.O_ASYNC | Synchronous;

    /// <summary>The flags of open(2) that its open file keeps (FMASK).</summary>
    public static OpenOptions Kept(OpenOptions options) => options & (OpenOptions.O_ACCMODE | Settable);

    public static Verdict Get(ref CallCheck check, DescriptorEntry file) =>
        check.Must(Outcome.Returned((int)FlagsOf(check.State, file)), check.State, FlagsRead);

    public static Verdict Set(ref CallCheck check, DescriptorEntry file, OpenOptions flags) =>
        Become(ref check, file, (FlagsOf(check.State, file) & ~Settable) | (flags & Settable), FlagsSet);

    public static Verdict SetNonBlocking(ref CallCheck check, DescriptorEntry file, bool isSet)
    {
        OpenOptions others = FlagsOf(check.State, file) & ~OpenOptions.O_NONBLOCK;
        return Become(ref check, file, isSet ? others | OpenOptions.O_NONBLOCK : others, NonBlockingSet);
    }

    public static Verdict SetAsynchronous(ref CallCheck check, DescriptorEntry file, bool isSet)
    {
        OpenOptions others = FlagsOf(check.State, file) & ~OpenOptions.O_ASYNC;
        OpenOptions flags = isSet ? others | OpenOptions.O_ASYNC : others;

        // Whether calls on a socket sleep is not told again: a connection may differ from its flag.
        return check.State.SocketOf(file) is { } socket
            ? check.Must(
                Outcome.Ok, check.State.With(socket with { Flags = flags & ~OpenOptions.O_ACCMODE }), AsynchronousSet)
            : Become(ref check, file, flags, AsynchronousSet);
    }

    /// <summary>True for the null device; nothing else that is open is a device.</summary>
    public static bool IsNullDevice(State state, DescriptorEntry file) =>
        file.IsNode && !file.Node.IsDead && !file.Node.IsOfProcess && state.Tree[file.Node].IsDevice;

    private static OpenOptions FlagsOf(State state, DescriptorEntry file) =>
        state.SocketOf(file) is { } socket ? OpenOptions.O_RDWR | socket.Flags : file.Flags;

    private static Verdict Become(ref CallCheck check, DescriptorEntry file, OpenOptions flags, Rule rule)
    {
        State state = With(check.State, file, flags);
        return Denial(check.State, file) is { } denial
            ? check.Fails(denial, state)
            : check.Must(Outcome.Ok, state, rule);
    }

    /// <summary>The error of what is open; it is told of O_NONBLOCK and O_ASYNC (kern/vfs_vnops.c:vn_ioctl).</summary>
    private static Denial? Denial(State state, DescriptorEntry file) =>
        !file.IsNode ? null
        : file.Node.IsDead ? new Denial(Errno.ENOTTY, FlagsDead)
        : IsNullDevice(state, file) ? new Denial(Errno.ENODEV, FlagsNoDevice)
        : null;

    private static State With(State state, DescriptorEntry file, OpenOptions flags)
    {
        if (state.SocketOf(file) is { } socket)
        {
            return state.With(socket with
            {
                Flags = flags & ~OpenOptions.O_ACCMODE,
                IsNonBlocking = flags.HasFlag(OpenOptions.O_NONBLOCK),
            });
        }

        foreach (Process process in state.Processes)
        {
            if (process.Files.Any(other => other.Id == file.Id))
            {
                ImmutableArray<DescriptorEntry> files =
                [
                    .. process.Files.Select(other => other.Id == file.Id ? other with { Flags = flags } : other),
                ];
                state = state.With(process with { Files = files });
            }
        }

        return state.InMessages(other => other.Id == file.Id ? other with { Flags = flags } : other);
    }
}
