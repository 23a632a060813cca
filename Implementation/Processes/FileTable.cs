using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>All open files.</summary>
internal sealed class FileTable(SocketLayer sockets, NodeTable nodes)
{
    /// <summary>
    /// The console, which is part of the kernel rather than of the zone: the kernel's own reference keeps it for ever.
    /// </summary>
    public OpenFile Console { get; } = new() { References = 1 };

    public Zone<OpenFile> Zone { get; } = new("file");

    /// <summary>Opens descriptors 0, 1 and 2 of the first process.</summary>
    public void OpenConsole(DescriptorTable descriptors)
    {
        for (int fd = 0; fd <= 2; fd++)
        {
            Share(Console, descriptors, fd);
        }
    }

    /// <summary>Lets one more descriptor, which is free, refer to an open file.</summary>
    public static void Share(OpenFile file, DescriptorTable descriptors, int fd)
    {
        file.References++;
        descriptors.Open(fd, file);
    }

    /// <summary>Opens a socket as a descriptor that is free.</summary>
    public void Open(DescriptorTable descriptors, int fd, Socket socket)
    {
        OpenFile file = Zone.Allocate()!;
        file.Socket = socket;
        Share(file, descriptors, fd);
    }

    /// <summary>Opens a node as a descriptor that is free.</summary>
    public void Open(DescriptorTable descriptors, int fd, Node node, AccessModes access)
    {
        OpenFile file = Zone.Allocate()!;
        file.Node = NodeTable.Hold(node);
        file.Access = access;
        Share(file, descriptors, fd);
    }

    /// <summary>Gives a child its parent's descriptors: FreeBSD's fdcopy.</summary>
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

    /// <summary>Closes an open descriptor, and its file where it was the last one: FreeBSD's closef.</summary>
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
