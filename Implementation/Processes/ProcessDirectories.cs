using Verify.Implementation.Files;

namespace Verify.Implementation.Processes;

/// <summary>Sets the root and current directories of processes and maintains their references.</summary>
internal sealed class ProcessDirectories(ProcessTable processes, NodeTable nodes)
{
    /// <summary>Puts process 1 in the root directory.</summary>
    public static void Start(Process process, Node root)
    {
        process.Root = NodeTable.Hold(root);
        process.Directory = NodeTable.Hold(root);
    }

    /// <summary>Gives a child the directories of its parent.</summary>
    public static void Share(Process parent, Process child)
    {
        child.Root = NodeTable.Hold(parent.Root);
        child.Directory = NodeTable.Hold(parent.Directory);
    }

    public void SetRoot(Process process, Node root)
    {
        Node before = process.Root;
        process.Root = NodeTable.Hold(root);
        nodes.Release(before);
    }

    public void SetDirectory(Process process, Node directory)
    {
        Node before = process.Directory;
        process.Directory = NodeTable.Hold(directory);
        nodes.Release(before);
    }

    /// <summary>Releases the directories of a process that ends.</summary>
    public void Leave(Process process)
    {
        nodes.Release(process.Root);
        nodes.Release(process.Directory);
    }

    /// <summary>
    /// Moves processes from a directory that has just been mounted on to the root of the new file system: checkdirs.
    /// </summary>
    public void MoveAll(Node covered, Node root)
    {
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (ReferenceEquals(process.Root, covered))
            {
                SetRoot(process, root);
            }

            if (ReferenceEquals(process.Directory, covered))
            {
                SetDirectory(process, root);
            }
        }
    }
}
