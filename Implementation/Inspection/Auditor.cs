using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks the consistency of the kernel: lists, reference counts, that exactly the items allocated from zones are
/// reachable, and that freed items are blank. It runs after every call in lockstep and allocates only to report an
/// error.
/// </summary>
internal sealed class Auditor(
    ProcessTable processes, FileTable files, Prisons prisons, VirtualFileSystem vfs, Network network,
    SleepAudit sleepers)
{
    private readonly ProcessAudit _processes = new(processes, files);
    private readonly ReferenceAudit _references = new(processes, files, vfs);
    private readonly FileSystemAudit _fileSystems = new(processes, vfs);

    /// <summary>The first inconsistency found, its kind before a colon; null if there is none.</summary>
    public string? Audit(Traversals traversals)
    {
        AuditCounts counts = default;
        Traversal references = traversals.Next();
        return _processes.Reach(references, ref counts)
            ?? _references.Check(references, in counts.References)
            ?? _fileSystems.Check(traversals.Next(), ref counts)
            ?? PcbAudit.Check(network.Udp.Table, ref counts)
            ?? PcbAudit.Check(network.Tcp.Table, ref counts)
            ?? PcbAudit.Check(network.Raw.Table, ref counts, hasPorts: false)
            ?? PcbAudit.Check(network.Route.Table, ref counts, hasPorts: false)
            ?? RouteAudit.Check(network, traversals)
            ?? MulticastAudit.Check(network, counts.MulticastOptions, traversals)
            ?? sleepers.Check(counts.Asleep)
            ?? CheckZones(counts)
            ?? CheckFreed();
    }

    private string? CheckZones(in AuditCounts counts) =>
        processes.Zone.Leak(counts.Processes)
        ?? processes.Groups.Zone.Leak(counts.Groups)
        ?? processes.Groups.Sessions.Leak(counts.Sessions)
        ?? files.Zone.Leak(counts.Files)
        ?? prisons.Zone.Leak(counts.Prisons)
        ?? network.Sockets.Zone.Leak(counts.Sockets)
        ?? network.Sockets.Datagrams.Leak(counts.Datagrams)
        ?? network.PortHeads.Leak(counts.PortHeads)
        ?? vfs.Mounts.Zone.Leak(counts.Mounts)
        ?? vfs.Nodes.Zone.Leak(counts.Nodes)
        ?? vfs.Nodes.Synthetic.Leak(counts.SyntheticNodes)
        ?? vfs.Directories.Zone.Leak(counts.DirectoryEntries)
        ?? vfs.Nodes.Quotas.Zone.Leak(counts.Quotas);

    private string? CheckFreed() =>
        FreedAudit.Check(processes.Zone)
        ?? FreedAudit.Check(processes.Groups.Zone)
        ?? FreedAudit.Check(processes.Groups.Sessions)
        ?? FreedAudit.Check(files.Zone)
        ?? FreedAudit.Check(prisons.Zone)
        ?? FreedAudit.Check(network.Sockets.Zone)
        ?? FreedAudit.Check(network.Sockets.Datagrams)
        ?? FreedAudit.Check(network.Udp.Table.Zone)
        ?? FreedAudit.Check(network.Tcp.Table.Zone)
        ?? FreedAudit.Check(network.Udp.Multicast.Zone)
        ?? FreedAudit.Check(network.Tcp.Multicast.Zone)
        ?? FreedAudit.Check(network.Raw.Table.Zone)
        ?? FreedAudit.Check(network.Raw.Multicast.Zone)
        ?? FreedAudit.Check(network.Interfaces.Groups.Zone)
        ?? FreedAudit.Check(network.Interfaces.Zone)
        ?? FreedAudit.Check(network.Interfaces.Routes.Zone)
        ?? FreedAudit.Check(network.Route.Table.Zone)
        ?? FreedAudit.Check(network.PortHeads)
        ?? FreedAudit.Check(vfs.Mounts.Zone)
        ?? FreedAudit.Check(vfs.Nodes.Zone)
        ?? FreedAudit.Check(vfs.Nodes.Synthetic)
        ?? FreedAudit.Check(vfs.Directories.Zone)
        ?? FreedAudit.Check(vfs.Nodes.Quotas.Zone);
}
