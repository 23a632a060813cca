using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>mkdir, mknod and symlink: conditions and attributes of the new node.</summary>
[Trait("Requirement", "J8")]
public sealed class MakingRulesTests
{
    [Theory]
    [InlineData("mkdir(\"{0}\", 0755)")]
    [InlineData("mkfifo(\"{0}\", 0644)")]
    [InlineData("symlink(\"x\", \"{0}\")")]
    [InlineData("link(\"/secret\", \"{0}\")")]
    public void A_new_name_must_be_free(string call)
    {
        var driver = new SpecDriver(SpecDriver.Files);
        Refuses("/", "EISDIR", "J8.place-is-start");
        Refuses("/jail", "EEXIST", "J8.place-taken");
        Refuses("/jail/.", "EEXIST", "J8.place-taken");
        Refuses("/jail/..", "EEXIST", "J8.place-taken");
        Refuses("/jail/out", "EEXIST", "J8.place-taken");
        Refuses("/jail/out/", "EEXIST", "J8.place-taken");
        Refuses("/secret/", "ENOTDIR", "J8.path-slash");
        Refuses("/nothing/x", "ENOENT", "J8.path-absent");
        driver.Allows("""[1] mount("procfs", "/jail/tmp") = 0""");
        Refuses("/jail/tmp/x", "EROFS", "J7.read-only");
        Refuses("/jail/tmp/1", "EEXIST", "J8.place-taken");

        void Refuses(string path, string error, string rule) =>
            driver.Allows($"[1] {string.Format(call, path)} = -1 {error}").By(rule);
    }

    [Theory]
    [InlineData("mkdir(\"{0}\", 0755)")]
    [InlineData("symlink(\"x\", \"{0}\")")]
    [InlineData("open(\"{0}\", O_WRONLY|O_CREAT, 0644)")]
    [InlineData("link(\"/jail/null\", \"{0}\")")]
    public void The_directory_must_be_writable(string call) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] setuid(5) = 0
            [1] {string.Format(call, "/jail/x")} = -1 EACCES
            """).By("J8.place-denied").Allows($"[1] {string.Format(call, "/jail/tmp/x")} = {(call[0] == 'o' ? 3 : 0)}");

    [Fact]
    public void Only_a_directory_is_created_with_a_trailing_slash() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkfifo("/x/", 0644) = -1 ENOENT
            [1] symlink("y", "/x/") = -1 ENOENT
            [1] link("/secret", "/x/") = -1 ENOENT
            [1] open("/x/", O_WRONLY|O_CREAT, 0644) = -1 ENOENT
            """).By("J8.place-slash").Allows("""
            [1] mkdir("/x/", 0755) = 0
            [1] symlink("y", "/to") = 0
            [1] mkdir("/to", 0755) = -1 EEXIST
            [1] mkdir("/to/", 0755) = 0
            [1] stat("/y") = "11 40755 2 0 0 0"
            """).By("J8.stat");

    [Fact]
    public void A_new_node_has_its_creators_uid_its_directorys_gid_and_the_masked_mode() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/jail/tmp", 0, 7) = 0
            [1] setuid(5) = 0
            [1] umask(027) = 18
            [1] mkdir("/jail/tmp/d", 07777) = 0
            """).By("J8.mkdir").Allows("""
            [1] stat("/jail/tmp/d") = "9 40750 2 5 7 0"
            [1] symlink("d", "/jail/tmp/l") = 0
            """).By("J8.symlink").Allows("""
            [1] open("/jail/tmp/f", O_WRONLY|O_CREAT, 01666) = 3
            [1] stat("/jail/tmp/f") = "11 100640 1 5 7 0"
            [1] stat("/jail/tmp") = "3 41777 3 0 7 0"
            """);

    [Fact]
    public void A_new_node_is_not_set_group_id_of_a_foreign_group() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chown("/jail/tmp", 0, 7) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] open("/jail/tmp/f", O_WRONLY|O_CREAT, 06777) = 3
            """).By("J4.made-without-set-group").Allows("""
            [2] stat("/jail/tmp/f") = "9 104755 1 5 7 0"
            [1] open("/jail/tmp/g", O_WRONLY|O_CREAT, 06777) = 3
            [1] stat("/jail/tmp/g") = "10 106755 1 0 7 0"
            [1] mkfifo("/jail/tmp/h", 03777) = 0
            [1] stat("/jail/tmp/h") = "11 13755 1 0 7 0"
            """);

    [Fact]
    public void Only_the_hosts_superuser_creates_devices_and_everybody_FIFOs() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mknod("/tty", 020620, 12) = 0
            [1] mknod("/da0", 060640, 13) = 0
            """).By("J4.device-made").Allows("""
            [1] stat("/tty") = "9 20600 1 0 0 12"
            [1] stat("/da0") = "10 60640 1 0 0 13"
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mknod(NULL, 010644, 0) = -1 EPERM
            """).By("J4.mknod-denied").Allows("""
            [2] mknod(NULL, 0100644, 0) = -1 EPERM
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] mknod(NULL, 020644, 0) = -1 EPERM
            [1] mknod(NULL, 060644, 0) = -1 EPERM
            """).By("J4.device-denied").Allows("""
            [2] mkfifo("/jail/tmp/pipe", 0666) = 0
            """).By("J4.fifo-made").Allows("""
            [1] stat("/tmp/pipe") = "11 10644 1 5 0 0"
            [1] mknod("/bad", 0170644, 9) = 0
            """).By("J4.bad-node-made").Allows("""
            [1] stat("/bad") = -1 EBADF
            """).By("J8.stat-bad").Allows("""
            [1] mknod("/white", 0160644, 9) = 0
            """).By("J8.whiteout-made").Allows("""
            [1] stat("/white") = -1 ENOENT
            [1] mknod("/bad", 0100644, 0) = -1 EEXIST
            [1] mknod("/x", 010644, 0) = -1 EINVAL
            [1] mknod("/x", 0100644, 0) = -1 EINVAL
            [1] mknod("/x", 0644, 0) = -1 EINVAL
            """).By("J4.mknod-type");

    [Fact]
    public void A_link_target_may_be_any_short_text()
    {
        var target = new string('t', 1024);
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] symlink(NULL, NULL) = -1 EFAULT
            """).By("J8.symlink-null").Allows($"""
            [1] symlink("{target}", NULL) = -1 ENAMETOOLONG
            """).By("J8.symlink-long").Allows($"""
            [1] symlink("{target[1..]}", "/long") = 0
            [1] symlink("", "/empty") = 0
            """).By("J8.symlink");
    }

    [Theory]
    [InlineData("mkdir(\"/x\", 0755)")]
    [InlineData("mkfifo(\"/x\", 0644)")]
    [InlineData("symlink(\"x\", \"/x\")")]
    [InlineData("open(\"/x\", O_WRONLY|O_CREAT, 0644)")]
    [InlineData("mount(\"mfs\", \"/jail\")")]
    public void The_number_of_nodes_is_limited(string call) =>
        new SpecDriver(SpecDriver.Files + "tunable kern.maxvnodes=8\n").Allows($"""
            [1] {call} = -1 ENOSPC
            """).By("J10.nodes-full").Allows($"""
            [1] mknod("/x", 0100644, 0) = -1 EINVAL
            [1] open("/secret", O_RDONLY, 0) = 3
            [1] unlink("/secret") = 0
            [1] {call} = -1 ENOSPC
            [1] close(3) = 0
            [1] {call} = {(call[0] == 'o' ? 3 : 0)}
            """);

    [Fact]
    public void A_link_needs_no_node() =>
        new SpecDriver(SpecDriver.Files + "tunable kern.maxvnodes=8\n").Allows("""
            [1] link("/secret", "/again") = 0
            """).By("J8.link");
}
