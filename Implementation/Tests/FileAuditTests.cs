using Shouldly;
using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inspection;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>The audit notices damage to files, mounts and quotas: each test spoils one thing.</summary>
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
        var network = new Network(World, prisons);
        _files = new FileTable(network.Sockets, _vfs.Nodes);
        _auditor = new Auditor(_processes, _files, prisons, _vfs, network);
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
    public void A_sound_tree_passes_again_and_again()
    {
        Audit().ShouldBeNull();
        Audit().ShouldBeNull();
    }

    [Fact]
    public void A_node_that_lost_a_reference() =>
        Spoil(() => Root.References--).ShouldBe("references miscounted: node 1, 2 found, 1 counted");

    [Fact]
    public void A_node_held_by_nobody() =>
        Spoil(() => NodeTable.Hold(B)).ShouldBe("references miscounted: node 3, 0 found, 1 counted");

    [Fact]
    public void A_directory_that_a_process_is_in_without_a_reference() =>
        Spoil(() => Init.Directory = A).ShouldStartWith("references miscounted: node 1");

    [Fact]
    public void A_node_that_was_freed_while_it_is_open() =>
        Spoil(() => _vfs.Nodes.Free(Entry("f").Node)).ShouldBe("node in use is free");

    [Fact]
    public void An_open_file_that_is_nothing() =>
        Spoil(() => Init.Descriptors[3]!.Node = null).ShouldBe("file in use is free: descriptor 3");

    [Fact]
    public void A_file_with_a_link_too_many() =>
        Spoil(() => Entry("f").Node.LinkCount++).ShouldBe("links miscounted: node 4, 1 found, 2 counted");

    [Fact]
    public void A_directory_that_forgot_a_child() =>
        Spoil(() => A.LinkCount--).ShouldBe("links miscounted: node 2, 3 found, 2 counted");

    [Fact]
    public void A_name_too_many() =>
        Spoil(() => _vfs.Directories.Enter(A, "c", B)).ShouldStartWith("links miscounted: node 3");

    [Fact]
    public void Names_out_of_order() =>
        Spoil(() => Entry("m").Name = "zz").ShouldBe("directory entry list corrupt: zz");

    [Fact]
    public void A_name_of_a_node_on_another_file_system() =>
        Spoil(() => Entry("f").Node = _mfs.Root).ShouldBe("directory entry dangling: f");

    [Fact]
    public void A_child_with_another_parent() =>
        Spoil(() => B.Parent = Root).ShouldBe("directory entry dangling: b");

    [Fact]
    public void A_directory_in_itself() =>
        Spoil(() => Directories.Move(Root, Entry("a"), B, "a")).ShouldBe("directory detached from the tree: node 2");

    [Fact]
    public void A_name_that_leaks() =>
        Spoil(() => _vfs.Directories.Zone.Allocate()).ShouldBe("zone direntry miscounted: 5 reached, 6 in use");

    [Fact]
    public void A_node_that_nobody_has() =>
        Spoil(() => _vfs.Nodes.Make(_mfs, FileModes.Regular, 0, 0)).ShouldBe("unreferenced node not freed: 9");

    [Fact]
    public void A_node_of_another_file_system() =>
        Spoil(() => B.FileSystem = _mfs).ShouldBe("node list corrupt: 3");

    [Fact]
    public void What_procfs_made_up_of_a_process_that_is_gone() =>
        Spoil(() => _status.Pid = 2).ShouldBe($"unreferenced node not freed: {_status.Number}");

    [Fact]
    public void A_mount_whose_directory_does_not_know_it() =>
        Spoil(() => Entry("m").Node.CoveredBy = null, () => Entry("m").Node.References = 0)
            .ShouldBe("mount point inconsistent: root 7");

    [Fact]
    public void A_mount_that_takes_itself_to_be_elsewhere() =>
        Spoil(() => _mfs.Covered = A).ShouldBe("mount point inconsistent: root 7");

    [Fact]
    public void A_user_who_owns_one_less() => Spoil(() => B.Uid = 0)
        .ShouldBe("quota miscounted: user 0, 5 found, 4 counted");

    [Fact]
    public void A_user_without_quota() => Spoil(() => _mfs.Root.Uid = 9)
        .ShouldBe("quota miscounted: user 0, 0 found, 1 counted");

    [Fact]
    public void A_quota_of_nothing() => Spoil(() => _mfs.Quotas.Insert(_vfs.Nodes.Quotas.Zone.Allocate()!))
        .ShouldStartWith("quota list corrupt: user 0");

    [Fact]
    public void A_process_whose_parent_is_gone() =>
        Spoil(() => Init.ParentPid = 7).ShouldBe("parent or tracer inconsistent: 1 of 7");

    private DirectoryEntry Entry(string name) => Root.Entries.Find(name)!;

    private string? Spoil(params Action[] changes)
    {
        foreach (Action change in changes)
        {
            change();
        }

        return Audit();
    }

    private string? Audit() => _auditor.Audit(_traversals);
}
