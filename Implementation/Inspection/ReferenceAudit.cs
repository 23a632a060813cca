using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>Compares the references found by a traversal with the reference counts.</summary>
internal sealed class ReferenceAudit(ProcessTable processes, FileTable files, VirtualFileSystem vfs)
{
    /// <summary>The first item with a wrong count; all but nodes are visited only if the tally has one.</summary>
    public string? Check(Traversal traversal, in ReferenceTally tally) =>
        tally.IsEven ? CheckNodes(traversal)
        : files.Console.References != traversal.NoteOf(files.Console) ? "references miscounted: the console"
        : CheckProcesses(traversal) ?? "references miscounted: the prison of a connection in a queue";

    private string? CheckProcesses(Traversal traversal)
    {
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if ((CheckGroup(process.Group, traversal) ?? CheckPrison(process.Credentials.Prison, traversal)
                ?? CheckFiles(process.Descriptors, traversal))
                is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? CheckGroup(ProcessGroup group, Traversal traversal) =>
        group.Members == traversal.NoteOf(group) && group.Session.Groups == traversal.NoteOf(group.Session)
            ? null
            : $"references miscounted: process group {group.Id}, {traversal.NoteOf(group)} found,"
                + $" {group.Members} counted";

    private static string? CheckPrison(Prison? prison, Traversal traversal) =>
        prison is null || prison.References == traversal.NoteOf(prison)
            ? null
            : $"references miscounted: prison {prison.Address}, {traversal.NoteOf(prison)} found,"
                + $" {prison.References} counted";

    private static string? CheckFiles(DescriptorTable descriptors, Traversal traversal)
    {
        foreach (OpenFile? file in descriptors.Files)
        {
            if (file is not null
                && (CheckFile(file, traversal) ?? CheckPrison(file.Socket?.Owner.Prison, traversal)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? CheckFile(OpenFile file, Traversal traversal) =>
        file.References == traversal.NoteOf(file)
            ? null
            : $"references miscounted: a file, {traversal.NoteOf(file)} found, {file.References} counted";

    private string? CheckNodes(Traversal traversal)
    {
        for (FileSystem? mount = vfs.Mounts.First; mount is not null; mount = mount.Next)
        {
            if (CheckNodes(mount, traversal) is { } problem)
            {
                return problem;
            }
        }

        return CheckNodes(vfs.Nodes.Dead, traversal);
    }

    private static string? CheckNodes(FileSystem mount, Traversal traversal)
    {
        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            int found = traversal.NoteOf(node) + (node.CoveredBy is null ? 0 : 1);
            if (node.References != found)
            {
                return $"references miscounted: node {node.Number}, {found} found, {node.References} counted";
            }
        }

        return null;
    }
}
