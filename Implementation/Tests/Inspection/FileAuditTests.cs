using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Inspection;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects damage to files, mounts and quotas: each test corrupts one thing.</summary>
public sealed class FileAuditTests
{
    private static readonly World World = TraceReader.Read("""
        dir "/a" 0755 0 0
        dir "/a/b" 0755 5 5
        file "/f" 0644 5 5
        dir "/m" 0755 0 0
        dir "/proc" 0755 0 0
        """, "world").World;

    private readonly ProcessTable _processes = new();
    private readonly VirtualFileSystem _vfs;
    private readonly FileTable _files;
    private readonly Auditor _auditor;
    private readonly Traversals _traversals = new();
    private readonly FileSystem _mfs;
    private readonly FileSystem _procfs;
    private readonly Node _status;

    public FileAuditTests()
    {
        _vfs = new VirtualFileSystem(World, _processes);
        var prisons = new Prisons(_vfs.Nodes, maxPrisons: 1);
        var scheduler = new Scheduler();
        var network = new Network(World, prisons, scheduler);
        _files = new FileTable(network.Sockets, _vfs.Nodes);
        _auditor = new Auditor(
            _processes, _files, prisons, _vfs, network, new SleepAudit(_processes, scheduler, wakesLater: false));
        Verify.Implementation.Processes.Init.Start(Init, Root, _files, World.Tunables);

        _mfs = _vfs.Mounts.Add(FileSystemKind.Mfs, owner: 0, Entry("m").Node);
        _procfs = _vfs.Mounts.Add(FileSystemKind.Procfs, owner: 0, Entry("proc").Node);
        _vfs.Namei.Find(Init, "/proc/1/status", out _status).ShouldBe(Verify.Abi.Errno.None);
        _files.Open(Init.Descriptors, 3, Entry("f").Node, AccessModes.Read);
        Audit().ShouldBeNull();
    }

    private Process Init => _processes.First!;

    private Node Root => _vfs.Mounts.First.Root;

    private Node A => Entry("a").Node;

    private Node B => A.Entries.First!.Node;

    [Fact]
    public void A_consistent_tree_passes_repeatedly()
    {
        Audit().ShouldBeNull();
        Audit().ShouldBeNull();
    }

    [Fact]
    public void A_node_with_a_reference_too_few() =>
        AuditAfter(() => Root.References--).ShouldBe("references miscounted: node 1, 2 found, 1 counted");

    [Fact]
    public void A_node_with_a_reference_too_many() =>
        AuditAfter(() => NodeTable.Hold(B)).ShouldBe("references miscounted: node 3, 0 found, 1 counted");

    [Fact]
    public void A_current_directory_without_a_reference() =>
        AuditAfter(() => Init.Directory = A).ShouldStartWith("references miscounted: node 1");

    [Fact]
    public void A_node_freed_while_open() =>
        AuditAfter(() => _vfs.Nodes.Free(Entry("f").Node)).ShouldBe("node in use is free");

    [Fact]
    public void An_open_file_without_socket_or_node() =>
        AuditAfter(() => Init.Descriptors[3]!.Node = null).ShouldBe("file in use is free");

    [Fact]
    public void A_file_with_a_link_too_many() =>
        AuditAfter(() => Entry("f").Node.LinkCount++).ShouldBe("links miscounted: node 4, 1 found, 2 counted");

    [Fact]
    public void A_directory_with_a_link_too_few() =>
        AuditAfter(() => A.LinkCount--).ShouldBe("links miscounted: node 2, 3 found, 2 counted");

    [Fact]
    public void A_name_too_many() =>
        AuditAfter(() => _vfs.Directories.Enter(A, "c", B)).ShouldStartWith("links miscounted: node 3");

    [Fact]
    public void Names_out_of_order() =>
        AuditAfter(() => Entry("m").Name = "zz").ShouldBe("directory entry list corrupt: zz");

    [Fact]
    public void A_name_of_a_node_on_another_file_system() =>
        AuditAfter(() => Entry("f").Node = _mfs.Root).ShouldBe("directory entry dangling: f");

    [Fact]
    public void A_child_with_the_wrong_parent() =>
        AuditAfter(() => B.Parent = Root).ShouldBe("directory entry dangling: b");

    [Fact]
    public void A_directory_inside_itself() =>
        AuditAfter(() => Directories.Move(Root, Entry("a"), B, "a"))
            .ShouldBe("directory detached from the tree: node 2");

    [Fact]
    public void A_leaked_directory_entry() =>
        AuditAfter(() => _vfs.Directories.Zone.Allocate()).ShouldBe("zone direntry miscounted: 5 reached, 6 in use");

    [Fact]
    public void An_unreferenced_node() =>
        AuditAfter(() => _vfs.Nodes.Make(_mfs, FileModes.Regular, 0, 0)).ShouldBe("unreferenced node not freed: 9");

    [Fact]
    public void A_node_of_another_file_system() =>
        AuditAfter(() => B.FileSystem = _mfs).ShouldBe("node list corrupt: 3");

    [Fact]
    public void A_synthetic_node_of_a_process_that_has_ended() =>
        AuditAfter(() => _status.Pid = 2).ShouldBe($"unreferenced node not freed: {_status.Number}");

    [Fact]
    public void A_mount_missing_from_its_directory() =>
        AuditAfter(() => Entry("m").Node.CoveredBy = null, () => Entry("m").Node.References = 0)
            .ShouldBe("mount point inconsistent: root 7");

    [Fact]
    public void A_mount_with_the_wrong_directory() =>
        AuditAfter(() => _mfs.Covered = A).ShouldBe("mount point inconsistent: root 7");

    [Fact]
    public void A_quota_that_counts_a_node_too_few() => AuditAfter(() => B.Uid = 0)
        .ShouldBe("quota miscounted: user 0, 5 found, 4 counted");

    [Fact]
    public void A_node_without_quota() => AuditAfter(() => _mfs.Root.Uid = 9)
        .ShouldBe("quota miscounted: user 0, 0 found, 1 counted");

    [Fact]
    public void An_unused_quota() => AuditAfter(() => _mfs.Quotas.Insert(_vfs.Nodes.Quotas.Zone.Allocate()!))
        .ShouldStartWith("quota list corrupt: user 0");

    [Fact]
    public void A_process_whose_parent_does_not_exist() =>
        AuditAfter(() => Init.ParentPid = 7).ShouldBe("parent or tracer inconsistent: 1 of 7");

    private DirectoryEntry Entry(string name) => Root.Entries.Find(name)!;

    private string? AuditAfter(params Action[] changes)
    {
        foreach (Action change in changes)
        {
            change();
        }

        return Audit();
    }

    private string? Audit() => _auditor.Audit(_traversals);
}
