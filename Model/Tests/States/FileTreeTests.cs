using Shouldly;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Xunit;

namespace Verify.Model.Tests.States;

[Trait("Requirement", "J8")]
public sealed class FileTreeTests
{
    [Fact]
    public void Boot_files_are_numbered_in_their_order()
    {
        World world = TraceReader.Read(SpecDriver.Files, "header").World;

        FileTree tree = Spec.Boot(world).Tree;

        tree.Nodes.Keys.ShouldBe(Enumerable.Range(1, world.Files.Length + 1));
        tree.LastNode.ShouldBe(world.Files.Length + 1);
        foreach ((BootFile file, int index) in world.Files.Select((file, index) => (file, index)))
        {
            Node node = tree.Nodes[index + 2];
            (node.Mode, node.Uid, node.Gid, node.Target, node.Device)
                .ShouldBe((file.Mode, file.Uid, file.Gid, file.Target, file.Device));
            tree.PathTo(node.Vnode).ShouldBe(file.Path);
        }
    }

    [Fact]
    public void A_path_crosses_mounts()
    {
        State state = new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("mfs", "/jail") = 0
            [1] mkdir("/jail/d", 0755) = 0
            """).State;

        state.Tree.PathTo(new Vnode(9, 9)).ShouldBe("/jail");
        state.Tree.PathTo(new Vnode(9, 10)).ShouldBe("/jail/d");
        state.Tree.IsBeneath(new Vnode(9, 10), new Vnode(1, 2)).ShouldBeTrue();
        state.Tree.IsBeneath(new Vnode(1, 2), new Vnode(9, 9)).ShouldBeFalse();
    }

    /// <summary>Each line changes something that a later call can see.</summary>
    [Theory]
    [InlineData("[2] setgid(7) = 0")]
    [InlineData("[2] setlogin(\"l\") = 0")]
    [InlineData("[2] setrlimit(9, 9) = 0")]
    [InlineData("[2] setrlimit(9, 1064) = 0")]
    [InlineData("[2] umask(0) = 18")]
    [InlineData("[2] setpriority(0, 1) = 0")]
    [InlineData("[2] chdir(\"/jail\") = 0")]
    [InlineData("[2] chroot(\"/jail\") = 0")]
    [InlineData("[2] open(\"/jail\", O_RDONLY, 0) = 3")]
    [InlineData("[2] mkdir(\"/d\", 0755) = 0\n[2] rmdir(\"/d\") = 0")]
    [InlineData("[2] chmod(\"/jail\", 0700) = 0")]
    [InlineData("[2] chown(\"/jail\", 5, -1) = 0")]
    [InlineData("[2] chown(\"/jail\", -1, 5) = 0")]
    [InlineData("[2] rename(\"/secret\", \"/x\") = 0")]
    [InlineData("[2] link(\"/secret\", \"/x\") = 0")]
    [InlineData("[2] mount(\"mfs\", \"/jail\") = 0")]
    [InlineData("[2] quotactl(\"/\", Q_SETQUOTA, 5, 1) = 0")]
    [InlineData("[2] sysctl(\"kern.hostname\", \"h\") = 0")]
    [InlineData("[2] sysctl(\"jail.set_hostname_allowed\", 0) = 0")]
    [InlineData("[2] sysctl(\"jail.socket_unixiproute_only\", 0) = 0")]
    [InlineData("[2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3")]
    [InlineData("[2] fork() = 3\n[2] exit(0) = 0")]
    public void The_hash_includes_what_later_calls_can_see(string lines)
    {
        SpecDriver driver = new SpecDriver(SpecDriver.Files).Allows("[1] fork() = 2");
        UInt128 before = Digest(driver.State);

        Digest(driver.Allows(lines).State).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("mount(\"mfs\", \"/jail\") = 0", "mount(\"procfs\", \"/jail\") = 0")]
    [InlineData("symlink(\"a\", \"/l\") = 0", "symlink(\"b\", \"/l\") = 0")]
    [InlineData("mknod(\"/d\", 020600, 1) = 0", "mknod(\"/d\", 020600, 2) = 0")]
    [InlineData("jail(\"/\", \"a\", 10.0.0.2) = 0", "jail(\"/\", \"b\", 10.0.0.2) = 0")]
    [InlineData("jail(\"/\", \"a\", 10.0.0.2) = 0\n[1] chroot(\"/jail\") = 0", "jail(\"/jail\", \"a\", 10.0.0.2) = 0")]
    [InlineData("socket(AF_LOCAL, SOCK_DGRAM, 0) = 3", "socket(AF_IPX, SOCK_DGRAM, 0) = 3")]
    [InlineData("open(\"/jail/null\", O_WRONLY, 0) = 3", "open(\"/jail/null\", O_RDWR, 0) = 3")]
    public void The_hash_distinguishes(string one, string other) =>
        Digest(new SpecDriver(SpecDriver.Files).Allows($"[1] {one}").State)
            .ShouldNotBe(Digest(new SpecDriver(SpecDriver.Files).Allows($"[1] {other}").State));

    [Fact]
    public void The_hash_distinguishes_one_prison_from_two_equal_ones()
    {
        const string fork = "[1] fork() = 2\n";
        const string jail = "jail(\"/\", \"a\", 10.0.0.2) = 0\n";
        const string end = "[1] setpriority(0, 0) = 0";
        SpecDriver two = new SpecDriver().Allows($"{fork}[1] {jail}[2] {jail}{end}");
        SpecDriver one = new SpecDriver().Allows($"[1] {jail}{fork}{end}");

        Digest(two.State).ShouldNotBe(Digest(one.State));
    }

    [Fact]
    public void The_hash_ignores_former_prisons()
    {
        SpecDriver one = new SpecDriver().Allows("""
            [1] fork() = 2
            [2] jail("/", "b", 10.0.0.3) = 0
            """);
        SpecDriver other = new SpecDriver().Allows("""
            [1] fork() = 2
            [1] fork() = 3
            [3] jail("/", "a", 10.0.0.2) = 0
            [2] jail("/", "b", 10.0.0.3) = 0
            [3] exit(0) = 0
            """);

        Digest(other.State).ShouldBe(Digest(one.State));
    }

    [Fact]
    public void The_hash_includes_the_order_of_PCB_listings()
    {
        SpecDriver one = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            """);
        SpecDriver other = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            """);

        Digest(other.State).ShouldNotBe(Digest(one.State));
    }

    private static UInt128 Digest(State state)
    {
        var hash = new StateHash();
        state.AddTo(ref hash);
        return hash.Digest;
    }
}
