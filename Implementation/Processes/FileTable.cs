using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>The open files of all processes, and those in messages (S9).</summary>
internal sealed class FileTable : IHeldFiles
{
    private readonly SocketLayer _sockets;
    private readonly NodeTable _nodes;

    private readonly Queue<ZoneItem[]> _discarded = new();

    private IntrusiveList<OpenFile, OpenFile.OfMessages> _inFlight;
    private long _opened;

    public FileTable(SocketLayer sockets, NodeTable nodes)
    {
        (_sockets, _nodes) = (sockets, nodes);
        sockets.Files = this;
    }

    /// <summary>The console. It is not from the zone, and the kernel's own reference keeps it open.</summary>
    public OpenFile Console { get; } = new() { References = 1 };

    public Zone<OpenFile> Zone { get; } = new("file");

    /// <summary>A file that is in a message; null if there is none.</summary>
    public OpenFile? FirstInFlight => _inFlight.First;

    /// <summary>
    /// True once a file has been left that only messages refer to, or a message was discarded, until the collector has
    /// looked.
    /// </summary>
    public bool MayHaveGarbage { get; set; }

    /// <summary>The open files of a message.</summary>
    public static ReadOnlySpan<OpenFile> In(ZoneItem[]? rights) => (OpenFile[]?)rights;

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
        OpenFile file = Allocate();
        file.Socket = socket;
        file.Flags = flags;
        Share(file, descriptors, fd);
    }

    /// <summary>Opens a node with a free descriptor.</summary>
    public void Open(DescriptorTable descriptors, int fd, Node node, AccessModes access, OpenOptions flags = default)
    {
        OpenFile file = Allocate();
        file.Node = NodeTable.Hold(node);
        file.Access = access;
        file.Flags = flags;
        Share(file, descriptors, fd);
    }

    /// <summary>Copies a parent's descriptors to its child: fdcopy.</summary>
    public static void Copy(DescriptorTable parent, DescriptorTable child)
    {
        child.SizeFor(parent);
        for (int fd = 0; fd < parent.End; fd++)
        {
            if (parent[fd] is { } file)
            {
                Share(file, child, fd);
            }
        }
    }

    /// <summary>Takes references for a message: unp_internalize.</summary>
    public void Send(OpenFile[] rights)
    {
        foreach (OpenFile file in rights)
        {
            file.References++;
            if (file.InFlight++ == 0)
            {
                _inFlight.InsertHead(file);
            }
        }
    }

    /// <summary>Gives the references of a message to the lowest free descriptors: unp_externalize.</summary>
    /// <param name="rights">The files of the message.</param>
    /// <param name="descriptors">The receiver's table, which has room for all.</param>
    /// <param name="limit">Its size.</param>
    /// <param name="numbers">The descriptors.</param>
    public void Receive(OpenFile[] rights, DescriptorTable descriptors, int limit, Span<int> numbers)
    {
        for (int i = 0; i < rights.Length; i++)
        {
            Arrive(rights[i]);
            descriptors.TryFindFree(limit, out numbers[i]);
            descriptors.Open(numbers[i], rights[i]);
        }
    }

    /// <inheritdoc/>
    public void Discard(ZoneItem[] rights)
    {
        _discarded.Enqueue(rights);
        MayHaveGarbage = true;
    }

    /// <summary>Drops what was discarded, which may discard more.</summary>
    public void DropDiscarded()
    {
        while (_discarded.TryDequeue(out ZoneItem[]? rights))
        {
            foreach (OpenFile file in In(rights))
            {
                Arrive(file);
                Release(file);
            }
        }
    }

    /// <inheritdoc/>
    public void Release(Node node) => _nodes.Release(node);

    /// <summary>Closes an open descriptor, and its file with the last one.</summary>
    public void Close(DescriptorTable descriptors, int fd) => Release(descriptors.Close(fd));

    /// <summary>Drops a reference, and closes the file with the last one: closef.</summary>
    public void Release(OpenFile file)
    {
        if (--file.References > 0)
        {
            MayHaveGarbage |= file.References == file.InFlight;
            return;
        }

        (Socket? socket, Node? node) = (file.Socket, file.Node);
        Zone.Free(file);
        if (socket is not null)
        {
            _sockets.Close(socket);
        }
        else if (node is not null)
        {
            _nodes.Release(node);
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

    private OpenFile Allocate()
    {
        OpenFile file = Zone.Allocate()!;
        file.Serial = _opened++;
        return file;
    }

    /// <summary>One message less has a file.</summary>
    private void Arrive(OpenFile file)
    {
        if (--file.InFlight == 0)
        {
            _inFlight.Remove(file);
        }
    }
}
