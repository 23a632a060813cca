using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>All nodes: makes them, counts who refers to them, and frees them.</summary>
internal sealed class NodeTable(int maxNodes)
{
    /// <summary>Nodes that take up room in a file system, the roots of all of them included.</summary>
    public Zone<Node> Zone { get; } = new("node");

    /// <summary>What procfs shows under its roots, which takes up none.</summary>
    public Zone<Node> Synthetic { get; } = new("procfsnode");

    /// <summary>Where killed nodes are. It is part of the kernel, and mounted nowhere.</summary>
    public FileSystem Dead { get; } = new() { Kind = FileSystemKind.Dead };

    public Quotas Quotas { get; } = new();

    /// <summary>The number of the node made last. Numbers are not used again.</summary>
    public int LastNumber { get; private set; }

    /// <summary>kern.maxvnodes is reached; what there is at boot may be more.</summary>
    public bool IsFull => Zone.InUse >= maxNodes;

    /// <summary>A node without names.</summary>
    public Node Make(FileSystem fileSystem, int mode, int uid, int gid)
    {
        Node node = Zone.Allocate()!;
        node.Number = ++LastNumber;
        node.FileSystem = fileSystem;
        node.Mode = mode;
        node.Uid = uid;
        node.Gid = gid;
        fileSystem.Nodes.Append(node);
        Quotas.Charge(node);
        return node;
    }

    /// <summary>A node of a procfs that tells of a process, or is the same for all: then the id is 0.</summary>
    public Node MakeSynthetic(FileSystem fileSystem, int number, int mode, int links, int pid, ProcfsFile file)
    {
        Node node = Synthetic.Allocate()!;
        node.Number = number;
        node.FileSystem = fileSystem;
        node.Mode = mode;
        node.LinkCount = links;
        node.Pid = pid;
        node.File = file;
        fileSystem.Nodes.Append(node);
        return node;
    }

    /// <summary>One more refers to the node: vref.</summary>
    public static Node Hold(Node node)
    {
        node.References++;
        return node;
    }

    /// <summary>One less refers to the node: vrele.</summary>
    public void Release(Node node)
    {
        node.References--;
        FreeIfUnused(node);
    }

    /// <summary>Gives the node to another user, and lets the quotas know.</summary>
    public void ChangeOwner(Node node, int uid, int gid)
    {
        Quotas.Refund(node);
        node.Uid = uid;
        node.Gid = gid;
        Quotas.Charge(node);
    }

    /// <summary>A node that nothing refers to goes with its last name; what procfs made up goes at once.</summary>
    public void FreeIfUnused(Node node)
    {
        if (node.References == 0 && (node.LinkCount == 0 || node.IsSynthetic))
        {
            Free(node);
        }
    }

    /// <summary>
    /// Frees a made-up node, or leaves it to those who have it: it is nothing any more (VBAD), and keeps no file system
    /// from being unmounted.
    /// </summary>
    public void Kill(Node node)
    {
        node.FileSystem.Nodes.Remove(node);
        Dead.Nodes.Append(node);
        node.FileSystem = Dead;
        node.Mode = 0;
        node.Parent = null;
        FreeIfUnused(node);
    }

    /// <summary>Frees a node that nothing refers to.</summary>
    public void Free(Node node)
    {
        bool isSynthetic = node.IsSynthetic;
        if (!isSynthetic)
        {
            Quotas.Refund(node);
        }

        node.FileSystem.Nodes.Remove(node);
        (isSynthetic ? Synthetic : Zone).Free(node);
    }
}
