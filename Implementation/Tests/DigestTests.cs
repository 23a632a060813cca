using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>Equal digests mean kernels that behave alike; how they came there does not count.</summary>
public sealed class DigestTests
{
    private const string Files =
        "if fxp0 10.0.0.1/24 10.0.0.2/32\ndir \"/d\" 0755 0 0\nfile \"/f\" 0644 0 0\n[1] fork() = 2\n";
    private const string Procfs = Files + "[1] mount(\"procfs\", \"/d\")\n";

    [Theory]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[2] socket(AF_INET, SOCK_STREAM, 0)",
        "[2] socket(AF_INET, SOCK_STREAM, 0)\n[1] socket(AF_INET, SOCK_DGRAM, 0)")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:53)\n[2] socket(AF_INET, SOCK_STREAM, 0)\n" +
        "[2] bind(3, 10.0.0.1:69)",
        "[2] socket(AF_INET, SOCK_STREAM, 0)\n[2] bind(3, 10.0.0.1:69)\n[1] socket(AF_INET, SOCK_DGRAM, 0)\n" +
        "[1] bind(3, 0.0.0.0:53)")]
    [InlineData("[1] fork() = 3\n[3] exit(0)", "")]
    public void Another_history_with_the_same_end_has_the_same_digest(string one, string other) =>
        KernelReplay.DigestOf(KernelReplay.Run(Files + one)).ShouldBe(KernelReplay.DigestOf(KernelReplay.Run(Files + other)));

    [Theory]
    [InlineData("", "[1] setuid(5)")]
    [InlineData("", "[2] exit(0)")]
    [InlineData("", "[1] close(0)")]
    [InlineData("", "[1] jail(\"/\", \"a\", 10.0.0.1)")]
    [InlineData("[1] jail(\"/\", \"a\", 10.0.0.1)", "[1] jail(\"/\", \"a\", 10.0.0.2)")]
    [InlineData("", "[1] sysctl(\"net.inet.ip.portrange.lowlast\", 5)")]
    [InlineData("", "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:0)\n[1] close(3)")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0)", "[1] socket(AF_INET, SOCK_STREAM, 0)")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_STREAM, 0)\n[1] bind(3, 0.0.0.0:80)\n[1] listen(3, 5)",
        "[1] socket(AF_INET, SOCK_STREAM, 0)\n[1] bind(3, 0.0.0.0:80)\n[1] listen(3, 6)")]
    public void Another_end_has_another_digest(string one, string other) =>
        KernelReplay.DigestOf(KernelReplay.Run(Files + one)).ShouldNotBe(KernelReplay.DigestOf(KernelReplay.Run(Files + other)));

    [Theory]
    [InlineData("setgid(5)")]
    [InlineData("setpriority(0, 1)")]
    [InlineData("umask(00)")]
    [InlineData("setlogin(\"a\")")]
    [InlineData("setrlimit(5, -1)")]
    [InlineData("setrlimit(-1, 1000)")]
    [InlineData("sysctl(\"kern.hostname\", \"a\")")]
    [InlineData("sysctl(\"jail.set_hostname_allowed\", 0)")]
    [InlineData("sysctl(\"jail.socket_unixiproute_only\", 0)")]
    [InlineData("chdir(\"/d\")")]
    [InlineData("chroot(\"/d\")")]
    [InlineData("open(\"/d\", O_RDONLY, 00)")]
    [InlineData("passfd(0, 2)")]
    [InlineData("mkdir(\"/e\", 0755)")]
    [InlineData("mknod(\"/e\", 020644, 1)")]
    [InlineData("symlink(\"x\", \"/e\")")]
    [InlineData("link(\"/f\", \"/g\")")]
    [InlineData("rename(\"/f\", \"/g\")")]
    [InlineData("unlink(\"/f\")")]
    [InlineData("rmdir(\"/d\")")]
    [InlineData("chmod(\"/f\", 0600)")]
    [InlineData("chown(\"/f\", 5, -1)")]
    [InlineData("chown(\"/f\", -1, 5)")]
    [InlineData("mount(\"mfs\", \"/d\")")]
    [InlineData("quotactl(\"/\", Q_SETQUOTA, 5, 5)")]
    [InlineData("socket(AF_LOCAL, SOCK_STREAM, 0)")]
    public void Whatever_a_call_changes_counts(string call) =>
        KernelReplay.DigestOf(KernelReplay.Run(Files + $"[1] {call}")).ShouldNotBe(KernelReplay.DigestOf(KernelReplay.Run(Files)));

    [Theory]
    [InlineData("symlink(\"x\", \"/e\")", "symlink(\"y\", \"/e\")")]
    [InlineData("mknod(\"/e\", 020644, 1)", "mknod(\"/e\", 020644, 2)")]
    [InlineData("mount(\"mfs\", \"/d\")", "mount(\"procfs\", \"/d\")")]
    [InlineData("open(\"/f\", O_RDONLY, 00)", "open(\"/f\", O_RDWR, 00)")]
    [InlineData("open(\"/f\", O_RDONLY, 00)", "open(\"/d\", O_RDONLY, 00)")]
    [InlineData("jail(\"/d\", \"a\", 10.0.0.1)", "jail(\"/d\", \"b\", 10.0.0.1)")]
    [InlineData("jail(\"/d\", \"a\", 10.0.0.1)", "jail(\"/\", \"a\", 10.0.0.1)")]
    [InlineData("socket(AF_LOCAL, SOCK_STREAM, 0)", "socket(AF_ROUTE, SOCK_RAW, 0)")]
    public void Two_calls_that_leave_different_things(string one, string other) => Another_end_has_another_digest(
        $"[1] {one}", $"[1] {other}");

    [Theory]
    [InlineData("[1] chdir(\"/d\")\n[1] chdir(\"/\")")]
    [InlineData("[1] stat(\"/f\")\n[1] umask(00)\n[1] umask(022)")]
    [InlineData("[1] link(\"/f\", \"/g\")\n[1] unlink(\"/f\")\n[1] rename(\"/g\", \"/f\")")]
    [InlineData("[1] open(\"/f\", O_RDONLY, 00)\n[1] close(3)")]
    [InlineData("[1] quotactl(\"/\", Q_SETQUOTA, 5, 5)\n[1] quotactl(\"/\", Q_SETQUOTA, 5, 0)")]
    public void What_is_undone_leaves_no_trace(string calls) =>
        KernelReplay.DigestOf(KernelReplay.Run(Files + calls)).ShouldBe(KernelReplay.DigestOf(KernelReplay.Run(Files)));

    [Fact]
    public void What_procfs_has_made_up_does_not_count() => KernelReplay.DigestOf(KernelReplay.Run(Procfs + "[1] stat(\"/d/1\")"))
        .ShouldBe(KernelReplay.DigestOf(KernelReplay.Run(Procfs)));

    [Fact]
    public void Two_prisons_are_not_one() => Another_end_has_another_digest(
        "[2] jail(\"/\", \"a\", 10.0.0.1)\n[2] fork() = 3",
        "[2] fork() = 3\n[2] jail(\"/\", \"a\", 10.0.0.1)\n[3] jail(\"/\", \"a\", 10.0.0.1)");

    [Fact]
    public void The_order_in_which_PCBs_are_listed_counts() => Another_end_has_another_digest(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[2] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:9)",
        "[2] socket(AF_INET, SOCK_DGRAM, 0)\n[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:9)");

    [Theory]
    [InlineData("SO_REUSEPORT, 1", "SO_REUSEPORT, 0")]
    [InlineData("SO_REUSEADDR, 1", "SO_REUSEPORT, 1")]
    [InlineData("IP_PORTRANGE, IP_PORTRANGE_LOW", "IP_PORTRANGE, IP_PORTRANGE_HIGH")]
    public void Options_count(string one, string other) => Another_end_has_another_digest(
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {one}) = 0",
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {other}) = 0");

    [Fact]
    public void Of_two_sockets_that_share_a_port_it_counts_which_came_first() => Another_end_has_another_digest(
        Shared("[1] bind(3, 0.0.0.0:53) = 0\n[1] bind(4, 0.0.0.0:53) = 0"),
        Shared("[1] bind(4, 0.0.0.0:53) = 0\n[1] bind(3, 0.0.0.0:53) = 0"));

    private static string Shared(string binds) => """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0

        """ + binds;
}
