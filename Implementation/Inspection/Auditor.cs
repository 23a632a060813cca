using Verify.Implementation.Inet;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks that everything fits together: lists, counts of references, and that the zones have given out just what can
/// be reached. It runs after every call of a campaign, so it allocates only to report.
/// </summary>
internal sealed class Auditor(
    ProcessTable processes, FileTable files, Prisons prisons, SocketLayer sockets, PcbTable udp, PcbTable tcp,
    Zone<PortHead> portHeads)
{
    /// <summary>The first thing that is wrong, what kind of thing before a colon; null where all is well.</summary>
    public string? Audit(Traversal traversal)
    {
        AuditCounts counts = default;
        return ReachProcesses(traversal, ref counts)
            ?? CheckReferences(traversal)
            ?? PcbAudit.Check(udp, ref counts)
            ?? PcbAudit.Check(tcp, ref counts)
            ?? CheckZones(counts);
    }

    private string? ReachProcesses(Traversal traversal, ref AuditCounts counts)
    {
        int count = 0;
        int lastPid = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (++count > processes.Count || process.Pid <= lastPid || !processes.Holds(process))
            {
                return $"process listed wrongly: {process.Pid}";
            }

            lastPid = process.Pid;
            counts.Processes += processes.IsStatic(process) ? 0 : 1;
            CountPrison(process.Credentials.Prison, traversal, ref counts);
            if (ReachFiles(process.Descriptors, traversal, ref counts) is { } problem)
            {
                return problem;
            }
        }

        return count == processes.Count ? null : $"processes miscounted: {count} listed, {processes.Count} counted";
    }

    private string? ReachFiles(DescriptorTable descriptors, Traversal traversal, ref AuditCounts counts)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is not { } file || traversal.Count(file) > 1 || ReferenceEquals(file, files.Console))
            {
                continue;
            }

            counts.Files++;
            if (!file.IsAllocated || file.Socket is not { } socket)
            {
                return $"file in use is free: descriptor {fd}";
            }

            if (ReachSocket(socket, traversal, ref counts) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? ReachSocket(Socket socket, Traversal traversal, ref AuditCounts counts)
    {
        counts.Sockets++;
        CountPrison(socket.Owner.Prison, traversal, ref counts);
        if (traversal.Count(socket) > 1)
        {
            return "socket reached twice";
        }

        if ((SocketAudit.Check(socket) ?? SocketAudit.CountDatagrams(socket, ref counts)) is { } wrong)
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
            : $"connections miscounted: {waiting} wait, {socket.Waiting.Count} counted";
    }

    private static void CountPrison(Prison? prison, Traversal traversal, ref AuditCounts counts)
    {
        if (prison is not null && traversal.Count(prison) == 1)
        {
            counts.Prisons++;
        }
    }

    private string? CheckReferences(Traversal traversal)
    {
        if (files.Console.References != traversal.NoteOf(files.Console) + 1)
        {
            return "references miscounted: the console";
        }

        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (process.Credentials.Prison is { } prison && prison.References != traversal.NoteOf(prison))
            {
                return $"references miscounted: prison {prison.Address}, {traversal.NoteOf(prison)} found,"
                    + $" {prison.References} counted";
            }

            DescriptorTable descriptors = process.Descriptors;
            for (int fd = 0; fd < descriptors.End; fd++)
            {
                if (descriptors[fd] is { Socket: not null } file && file.References != traversal.NoteOf(file))
                {
                    return $"references miscounted: a file, {traversal.NoteOf(file)} found, {file.References} counted";
                }
            }
        }

        return null;
    }

    private string? CheckZones(in AuditCounts counts) =>
        processes.Zone.Leak(counts.Processes)
        ?? files.Zone.Leak(counts.Files)
        ?? prisons.Zone.Leak(counts.Prisons)
        ?? sockets.Zone.Leak(counts.Sockets)
        ?? sockets.Datagrams.Leak(counts.Datagrams)
        ?? portHeads.Leak(counts.PortHeads);
}
