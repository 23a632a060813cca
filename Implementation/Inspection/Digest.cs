using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Hashes all state that can influence a later outcome. Files, sockets and prisons are numbered in the order in which
/// processes and descriptors refer to them, independent of memory layout. The last process id is omitted: it only
/// determines the id of the next child, and any free id is valid.
/// </summary>
internal sealed class Digest(ProcessTable processes, VirtualFileSystem vfs, Network network, JailVariables jail)
{
    public void AddTo(ref StateHash hash, Traversal numbers)
    {
        AddVariables(ref hash);
        RouteDigest.AddTo(ref hash, network, numbers);
        FileSystemDigest.AddTo(ref hash, vfs);
        SocketDigest.Number(processes, numbers);
        int prisons = 0;
        int files = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            Add(ref hash, process, numbers, ref prisons);
            AddDescriptors(ref hash, process.Descriptors, numbers, ref prisons, ref files);
        }
    }

    /// <summary>The counters alone: with them, states would seldom be alike.</summary>
    public static void Add(ref StateHash hash, UdpStatistics statistics)
    {
        foreach (uint count in statistics.Counts)
        {
            hash.Add(count);
        }
    }

    /// <summary>Adds credentials; a prison is added where it is first met.</summary>
    public static void Add(ref StateHash hash, in Credentials credentials, Traversal numbers, ref int prisons)
    {
        hash.Add(credentials.Uid);
        hash.Add(credentials.Gid);
        hash.Add(credentials.Others.Count);
        for (int i = 0; i < credentials.Others.Count; i++)
        {
            hash.Add(credentials.Others[i]);
        }

        if (credentials.Prison is not { } prison)
        {
            hash.Add(0);
            return;
        }

        if (numbers.NoteOf(prison) == 0)
        {
            numbers.Note(prison, ++prisons);
            hash.Add(prison.Address.Value);
            Add(ref hash, prison.Hostname);
            FileSystemDigest.Add(ref hash, prison.Root!);
        }

        hash.Add(numbers.NoteOf(prison));
    }

    public static void Add(ref StateHash hash, string text)
    {
        hash.Add(text.Length);
        foreach (char character in text)
        {
            hash.Add(character);
        }
    }

    private static void Add(ref StateHash hash, Process process, Traversal numbers, ref int prisons)
    {
        hash.Add(process.Pid);
        hash.Add(process.ParentPid);
        Add(ref hash, process.Credentials, numbers, ref prisons);
        hash.Add(process.Ids.RealUid);
        hash.Add(process.Ids.SavedUid);
        hash.Add(process.Ids.RealGid);
        hash.Add(process.Ids.SavedGid);
        hash.Add(process.HasChangedIds ? 1 : 0);
        hash.Add(process.Tracer);
        hash.Add(process.IsRecordedByRoot ? 1 : 0);
        hash.Add(process.Group.Id);
        hash.Add(process.Group.Session.Id);
        hash.Add(process.Group.Session.Leader);
        hash.Add(process.Nice);
        hash.Add(process.ModeMask);
        Add(ref hash, process.Login);
        hash.Add(process.Limits.Soft);
        hash.Add(process.Limits.Hard);
        FileSystemDigest.Add(ref hash, process.Root);
        FileSystemDigest.Add(ref hash, process.Directory);
        SleepDigest.Add(ref hash, process, numbers);
    }

    private static void AddDescriptors(
        ref StateHash hash, DescriptorTable descriptors, Traversal numbers, ref int prisons, ref int files)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is not { } file)
            {
                hash.Add(-1);
                continue;
            }

            Add(ref hash, file, numbers, ref prisons, ref files);
        }

        hash.Add(descriptors.End);
        hash.Add(descriptors.Size);
    }

    /// <summary>Adds the number of a file, and the file where it is first met.</summary>
    public static void Add(
        ref StateHash hash, OpenFile file, Traversal numbers, ref int prisons, ref int files)
    {
        bool isNew = numbers.NoteOf(file) == 0;
        if (isNew)
        {
            numbers.Note(file, ++files);
        }

        hash.Add(numbers.NoteOf(file));
        if (!isNew)
        {
            return;
        }

        hash.Add(file.Socket is not null ? 2 : file.Node is not null ? 1 : 0);
        hash.Add((int)file.Flags);
        hash.Add((int)file.Access);
        if (file.Socket is { } socket)
        {
            SocketDigest.Add(ref hash, socket, numbers, ref prisons, ref files);
        }
        else if (file.Node is { } node)
        {
            FileSystemDigest.Add(ref hash, node);
        }
    }

    private void AddVariables(ref StateHash hash)
    {
        Add(ref hash, jail.Hostname);
        hash.Add(vfs.OpenDirectories.Allowed);
        hash.Add(network.Clock.Seconds);
        hash.Add(network.Clock.Microseconds);
        hash.Add(network.Raw.Variables.MaxDatagram);
        hash.Add(network.Raw.Variables.ReceiveSpace);
        hash.Add(jail.SetHostnameAllowed);
        hash.Add(jail.UnixIpRouteOnly);
        for (var variable = PortVariable.First; variable <= PortVariable.LowLast; variable++)
        {
            hash.Add(network.Ports.Ranges.Get(variable));
        }

        for (var range = PortRangeOption.IP_PORTRANGE_DEFAULT; range <= PortRangeOption.IP_PORTRANGE_LOW; range++)
        {
            hash.Add(network.Udp.Table.Cursors[range]);
            hash.Add(network.Tcp.Table.Cursors[range]);
        }
    }
}
