using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Makes calls of a scenario on the descriptor that an earlier step opened.</summary>
internal static class LastDescriptor
{
    /// <summary>A call on the highest descriptor of a file; null if the process has no file open.</summary>
    public static Call? OnNode(RunContext run, int pid, Func<int, Call?> make) =>
        On(run, pid, (_, file) => file.IsNode, make);

    /// <summary>A call on the highest descriptor of a socket; null if the process has no socket open.</summary>
    public static Call? OnSocket(RunContext run, int pid, Func<int, Call?> make) =>
        On(run, pid, (_, file) => file.IsSocket, make);

    /// <summary>A call on the highest descriptor that fits; null if the process has none.</summary>
    public static Call? On(
        RunContext run, int pid, Func<State, DescriptorEntry, bool> fits, Func<int, Call?> make)
    {
        if (run.State.FindProcess(pid) is not { } process)
        {
            return null;
        }

        int fd = process.Files.Length - 1;
        while (fd >= 0 && !fits(run.State, process.Files[fd]))
        {
            fd--;
        }

        return fd < 0 ? null : make(fd);
    }
}
