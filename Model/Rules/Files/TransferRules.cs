using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>write(2), writev(2), and ioctl(2) with FIONREAD, of what is no socket.</summary>
internal static class TransferRules
{
    public static readonly Rule WriteNotOpenForIt = new(
        "J8.write-not-open-for-it",
        "write fails with EBADF if the descriptor is no socket and was not opened for writing.",
        "kern/sys_generic.c:write");
    public static readonly Rule WriteNothing = new(
        "J8.write-nothing", "write to a file or the console fails with EOPNOTSUPP: contents are not modelled.",
        "Contents of files");
    public static readonly Rule ReadableConsole = new(
        "J8.readable-console", "FIONREAD of the console returns 0: there is no input.", "kern/tty.c:ttioctl");
    public static readonly Rule ReadableNothing = new(
        "J8.readable-nothing", "FIONREAD of a file fails with EOPNOTSUPP: contents are not modelled.",
        "Contents of files");

    public static Verdict Write(ref CallCheck check, DescriptorEntry file) => file.IsWritable
        ? check.Fails(Errno.EOPNOTSUPP, WriteNothing)
        : check.Fails(Errno.EBADF, WriteNotOpenForIt);

    public static Verdict Readable(ref CallCheck check, DescriptorEntry file) =>
        file.IsNode ? check.Fails(Errno.EOPNOTSUPP, ReadableNothing)
        : check.Must(Outcome.Returned(0), check.State, ReadableConsole);
}
