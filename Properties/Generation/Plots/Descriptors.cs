using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation.Plots;

/// <summary>Which descriptor a step of a plot means: the one that an earlier step got.</summary>
internal static class Descriptors
{
    /// <summary>A call on the node that a process opened last; null where it has none open.</summary>
    public static Call? OnNode(Scene scene, int pid, Func<int, Call> make) =>
        On(scene, pid, file => file.IsNode, make);

    /// <summary>A call on the socket that a process opened last; null where it has none open.</summary>
    public static Call? OnSocket(Scene scene, int pid, Func<int, Call> make) =>
        On(scene, pid, file => file.IsSocket, make);

    private static Call? On(Scene scene, int pid, Func<DescriptorEntry, bool> fits, Func<int, Call> make)
    {
        if (scene.State.FindProcess(pid) is not { } process)
        {
            return null;
        }

        int fd = process.Files.Length - 1;
        while (fd >= 0 && !fits(process.Files[fd]))
        {
            fd--;
        }

        return fd < 0 ? null : make(fd);
    }
}
