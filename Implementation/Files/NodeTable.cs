using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>Creates, reference-counts and frees nodes.</summary>
internal sealed class NodeTable(int maxNodes)
{
    /// <summary>Nodes that occupy space in a file system, including the root of each.</summary>
    public Zone<Node> Zone { get; } = new("node");

    /// <summary>Nodes below the root of a procfs, which occupy no space.</summary>
    public Zone<Node> Synthetic { get; } = new("procfsnode");

    /// <summary>Holds revoked nodes. It is part of the kernel and is not mounted.</summary>
    public FileSystem Dead { get; } = new() { Kind = FileSystemKind.Dead };

    public Quotas Quotas { get; } = new();

    /// <summary>The number of the node created last. Numbers are not reused.</summary>
    public int LastNumber { get; private set; }

    /// <summary>True if kern.maxvnodes is reached. The nodes present at boot may exceed it.</summary>
    public bool IsFull => Zone.InUse >= maxNodes;

    /// <summary>Creates a node without a name.</summary>
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

    /// <summary>Creates a procfs node. It describes a process, or none if the process id is 0.</summary>
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

    /// <summary>Adds a reference: vref.</summary>
    public static Node Hold(Node node)
    {
        node.References++;
        return node;
    }

    /// <summary>Drops a reference: vrele.</summary>
    public void Release(Node node)
    {
        node.References--;
        FreeIfUnused(node);
    }

    /// <summary>Changes the owner and adjusts the quotas.</summary>
    public void ChangeOwner(Node node, int uid, int gid)
    {
        Quotas.Refund(node);
        node.Uid = uid;
        node.Gid = gid;
        Quotas.Charge(node);
    }

    /// <summary>Frees an unreferenced node that has lost its last name, or that is synthetic.</summary>
    public void FreeIfUnused(Node node)
    {
        if (node.References == 0 && (node.LinkCount == 0 || node.IsSynthetic))
        {
            Free(node);
        }
    }

    /// <summary>
    /// Revokes a synthetic node: it is freed, or becomes a dead node (VBAD) that no longer keeps its file system busy.
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

    /// <summary>Frees an unreferenced node.</summary>
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
