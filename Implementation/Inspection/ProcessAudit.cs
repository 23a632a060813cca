using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Walks from the processes to everything they reference, and counts the references to each item.</summary>
internal sealed class ProcessAudit(ProcessTable processes, FileTable files)
{
    public string? Reach(Traversal traversal, ref AuditCounts counts)
    {
        // The kernel's own reference.
        counts.References.Count(traversal, files.Console, files.Console.References);
        int count = 0;
        int lastPid = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (++count > processes.Count || process.Pid <= lastPid || !processes.Holds(process))
            {
                return $"process list corrupt: {process.Pid}";
            }

            lastPid = process.Pid;
            counts.Processes += processes.IsStatic(process) ? 0 : 1;
            counts.Asleep += process.IsAsleep ? 1 : 0;
            string? problem = CheckParent(process)
                ?? OwnerAudit.Check(process)
                ?? ReachGroup(process, traversal, ref counts)
                ?? ReachPrison(process.Credentials.Prison, traversal, ref counts)
                ?? ReachNode(process.Root, traversal)
                ?? ReachNode(process.Directory, traversal)
                ?? ReachFiles(process.Descriptors, traversal, ref counts);
            if (problem is not null)
            {
                return problem;
            }
        }

        return count != processes.Count ? $"processes miscounted: {count} listed, {processes.Count} counted"
            : counts.InFlight != CountInFlight() ? "descriptors in messages miscounted"
            : null;
    }

    private int CountInFlight()
    {
        int count = 0;
        for (OpenFile? file = files.FirstInFlight; file is not null; file = file.NextInFlight)
        {
            count += file.InFlight;
        }

        return count;
    }

    private string? CheckParent(Process process) =>
        (process.ParentPid == 0 || processes.Find(process.ParentPid) is not null)
        && (process.Tracer == 0 || process.Tracer == process.ParentPid)
            ? null
            : $"parent or tracer inconsistent: {process.Pid} of {process.ParentPid}";

    private string? ReachGroup(Process process, Traversal traversal, ref AuditCounts counts)
    {
        ProcessGroup group = process.Group;
        if (counts.References.Count(traversal, group, group.Members) > 1)
        {
            return process.IsSignalled ? Inconsistent(group) : null;
        }

        counts.Groups++;
        counts.Sessions += counts.References.Count(traversal, group.Session, group.Session.Groups) == 1 ? 1 : 0;
        int leader = group.Session.Leader;
        bool isGood = group.IsAllocated && group.Session.IsAllocated
            && ReferenceEquals(processes.Groups.Find(group.Id), group)
            && (leader == 0 || ReferenceEquals(processes.Find(leader)?.Group.Session, group.Session));
        return isGood && !process.IsSignalled ? OwnerAudit.Check(group) : Inconsistent(group);
    }

    private static string Inconsistent(ProcessGroup group) => $"process group inconsistent: {group.Id}";

    private static string? ReachNode(Node node, Traversal traversal)
    {
        traversal.Count(node);
        return node.IsAllocated ? null : "node in use is free";
    }

    private static string? ReachPrison(Prison? prison, Traversal traversal, ref AuditCounts counts)
    {
        if (prison is null || counts.References.Count(traversal, prison, prison.References) > 1)
        {
            return null;
        }

        counts.Prisons++;
        return prison.Root is { } root ? ReachNode(root, traversal) : $"prison without root: {prison.Address}";
    }

    private static string? ReachFiles(DescriptorTable descriptors, Traversal traversal, ref AuditCounts counts)
    {
        ReferenceTally references = default;
        ReadOnlySpan<OpenFile?> open = descriptors.Files;
        for (int fd = 0; fd < open.Length; fd++)
        {
            if (open[fd] is not { } file || references.Count(traversal, file, file.References) > 1)
            {
                continue;
            }

            if (ReachFile(file, traversal, ref counts) is { } problem)
            {
                return problem;
            }
        }

        counts.References.Add(in references);
        return null;
    }

    private static string? ReachFile(OpenFile file, Traversal traversal, ref AuditCounts counts)
    {
        counts.Files++;
        return !file.IsAllocated || file.Socket is null == file.Node is null ? "file in use is free"
            : file.Node is { } node ? ReachNode(node, traversal)
            : ReachSocket(file.Socket!, traversal, ref counts);
    }

    /// <summary>Reaches the files in the messages that a socket has queued.</summary>
    private static string? ReachMessages(Socket socket, Traversal traversal, ref AuditCounts counts)
    {
        for (Datagram? message = socket.Received.First; message is not null; message = message.Next)
        {
            foreach (OpenFile file in FileTable.In(message.Rights))
            {
                counts.InFlight++;
                bool isNew = counts.References.Count(traversal, file, file.References) == 1;
                string? problem = file.InFlight == 0 ? "file in a message is not in flight"
                    : isNew ? ReachFile(file, traversal, ref counts)
                    : null;
                if (problem is not null)
                {
                    return problem;
                }
            }
        }

        return null;
    }

    private static string? ReachSocket(Socket socket, Traversal traversal, ref AuditCounts counts)
    {
        counts.Sockets++;
        if (traversal.Count(socket) > 1)
        {
            return "socket reached twice";
        }

        string? wrong = ReachPrison(socket.Owner.Prison, traversal, ref counts)
            ?? SocketAudit.Check(socket)
            ?? OwnerAudit.Check(socket)
            ?? SocketAudit.CountDatagrams(socket, ref counts)
            ?? (socket.Node is { } name ? ReachNode(name, traversal) : null)
            ?? ReachMessages(socket, traversal, ref counts);
        if (wrong is not null)
        {
            return wrong;
        }

        int waiting = 0;
        for (Socket? connection = socket.Waiting.First; connection is not null; connection = connection.NextWaiting)
        {
            waiting++;
            string? problem = SocketAudit.CheckWaiting(socket, connection)
                ?? ReachSocket(connection, traversal, ref counts);
            if (problem is not null)
            {
                return problem;
            }
        }

        return waiting == socket.Waiting.Count
            ? null
            : $"connections miscounted: {waiting} queued, {socket.Waiting.Count} counted";
    }
}
