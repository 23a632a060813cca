using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>The open files of all processes.</summary>
internal sealed class FileTable(SocketLayer sockets, NodeTable nodes)
{
    /// <summary>The console. It is not from the zone, and the kernel's own reference keeps it open.</summary>
    public OpenFile Console { get; } = new() { References = 1 };

    public Zone<OpenFile> Zone { get; } = new("file");

    /// <summary>Opens the console as descriptors 0, 1 and 2.</summary>
    public void OpenConsole(DescriptorTable descriptors)
    {
        for (int fd = 0; fd <= 2; fd++)
        {
            Share(Console, descriptors, fd);
        }
    }

    /// <summary>Makes another, free descriptor refer to an open file.</summary>
    public static void Share(OpenFile file, DescriptorTable descriptors, int fd)
    {
        file.References++;
        descriptors.Open(fd, file);
    }

    /// <summary>Opens a socket with a free descriptor.</summary>
    public void Open(DescriptorTable descriptors, int fd, Socket socket, OpenOptions flags = default)
    {
        OpenFile file = Zone.Allocate()!;
        file.Socket = socket;
        file.Flags = flags;
        Share(file, descriptors, fd);
    }

    /// <summary>Opens a node with a free descriptor.</summary>
    public void Open(DescriptorTable descriptors, int fd, Node node, AccessModes access, OpenOptions flags = default)
    {
        OpenFile file = Zone.Allocate()!;
        file.Node = NodeTable.Hold(node);
        file.Access = access;
        file.Flags = flags;
        Share(file, descriptors, fd);
    }

    /// <summary>Copies a parent's descriptors to its child: fdcopy.</summary>
    public static void Copy(DescriptorTable parent, DescriptorTable child)
    {
        for (int fd = 0; fd < parent.End; fd++)
        {
            if (parent[fd] is { } file)
            {
                Share(file, child, fd);
            }
        }
    }

    /// <summary>Closes an open descriptor, and its file with the last one: closef.</summary>
    public void Close(DescriptorTable descriptors, int fd)
    {
        OpenFile file = descriptors.Close(fd);
        if (--file.References > 0)
        {
            return;
        }

        (Socket? socket, Node? node) = (file.Socket, file.Node);
        Zone.Free(file);
        if (socket is not null)
        {
            sockets.Close(socket);
        }
        else if (node is not null)
        {
            nodes.Release(node);
        }
    }

    public void CloseAll(DescriptorTable descriptors)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is not null)
            {
                Close(descriptors, fd);
            }
        }
    }
}
