using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>Random choices among the open files of a run.</summary>
internal static class FileChoice
{
    /// <summary>
    /// Picks a descriptor of an open file or directory that satisfies a condition; sometimes any descriptor, open or
    /// not. False if no open file satisfies the condition.
    /// </summary>
    public static bool TryPickFile(
        this RunContext context, Func<FileTree, Vnode, bool> fits, out int pid, out int fd)
    {
        if (context.Random.Chance(4))
        {
            Process any = context.AnyProcess();
            (pid, fd) = (any.Pid, context.Random.Below(any.Files.Length + 2) - 1);
            return true;
        }

        foreach (int i in new Rotation(ref context.Random, context.State.Processes.Length))
        {
            Process process = context.State.Processes[i];
            if (process.Sleep is not null)
            {
                continue;
            }

            foreach (int index in new Rotation(ref context.Random, process.Files.Length))
            {
                DescriptorEntry file = process.Files[index];
                if (file.IsNode && fits(context.State.Tree, file.Node))
                {
                    (pid, fd) = (process.Pid, index);
                    return true;
                }
            }
        }

        (pid, fd) = (0, 0);
        return false;
    }
}
