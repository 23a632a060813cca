using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>Kernels with equal digests behave identically, whatever their history.</summary>
public sealed class DigestTests
{
    private const string Files =
        "if fxp0 10.0.0.1/24 10.0.0.2/32\ndir \"/d\" 0755 0 0\nfile \"/f\" 0644 0 0\n[1] fork() = 2\n";
    private const string Datagrams = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";
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
    public void Different_histories_with_the_same_result_have_the_same_digest(string one, string other) =>
        KernelReplay.DigestAfter(Files + one).ShouldBe(KernelReplay.DigestAfter(Files + other));

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
    public void Different_results_have_different_digests(string one, string other) =>
        KernelReplay.DigestAfter(Files + one).ShouldNotBe(KernelReplay.DigestAfter(Files + other));

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
    [InlineData("dup(0)")]
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
    public void Every_change_by_a_call_changes_the_digest(string call) =>
        KernelReplay.DigestAfter(Files + $"[1] {call}").ShouldNotBe(KernelReplay.DigestAfter(Files));

    [Theory]
    [InlineData("symlink(\"x\", \"/e\")", "symlink(\"y\", \"/e\")")]
    [InlineData("mknod(\"/e\", 020644, 1)", "mknod(\"/e\", 020644, 2)")]
    [InlineData("mount(\"mfs\", \"/d\")", "mount(\"procfs\", \"/d\")")]
    [InlineData("open(\"/f\", O_RDONLY, 00)", "open(\"/f\", O_RDWR, 00)")]
    [InlineData("open(\"/f\", O_RDONLY, 00)", "open(\"/d\", O_RDONLY, 00)")]
    [InlineData("jail(\"/d\", \"a\", 10.0.0.1)", "jail(\"/d\", \"b\", 10.0.0.1)")]
    [InlineData("jail(\"/d\", \"a\", 10.0.0.1)", "jail(\"/\", \"a\", 10.0.0.1)")]
    [InlineData("socket(AF_LOCAL, SOCK_STREAM, 0)", "socket(AF_ROUTE, SOCK_RAW, 0)")]
    public void Two_calls_with_different_effects(string one, string other) => Different_results_have_different_digests(
        $"[1] {one}", $"[1] {other}");

    [Theory]
    [InlineData("[1] chdir(\"/d\")\n[1] chdir(\"/\")")]
    [InlineData("[1] stat(\"/f\")\n[1] umask(00)\n[1] umask(022)")]
    [InlineData("[1] link(\"/f\", \"/g\")\n[1] unlink(\"/f\")\n[1] rename(\"/g\", \"/f\")")]
    [InlineData("[1] open(\"/f\", O_RDONLY, 00)\n[1] close(3)")]
    [InlineData("[1] quotactl(\"/\", Q_SETQUOTA, 5, 5)\n[1] quotactl(\"/\", Q_SETQUOTA, 5, 0)")]
    public void Undone_changes_leave_the_digest_as_before(string calls) =>
        KernelReplay.DigestAfter(Files + calls).ShouldBe(KernelReplay.DigestAfter(Files));

    [Fact]
    public void Synthetic_nodes_do_not_count() => KernelReplay.DigestAfter(Procfs + "[1] stat(\"/d/1\")")
        .ShouldBe(KernelReplay.DigestAfter(Procfs));

    [Fact]
    public void Two_prisons_differ_from_one() => Different_results_have_different_digests(
        "[2] jail(\"/\", \"a\", 10.0.0.1)\n[2] fork() = 3",
        "[2] fork() = 3\n[2] jail(\"/\", \"a\", 10.0.0.1)\n[3] jail(\"/\", \"a\", 10.0.0.1)");

    [Fact]
    public void The_order_in_which_PCBs_are_listed_counts() => Different_results_have_different_digests(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[2] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:9)",
        "[2] socket(AF_INET, SOCK_DGRAM, 0)\n[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:9)");

    [Theory]
    [InlineData("SO_REUSEPORT, 1", "SO_REUSEPORT, 0")]
    [InlineData("SO_REUSEADDR, 1", "SO_REUSEPORT, 1")]
    [InlineData("IP_PORTRANGE, IP_PORTRANGE_LOW", "IP_PORTRANGE, IP_PORTRANGE_HIGH")]
    [InlineData("IP_MULTICAST_IF, 10.0.0.1", "IP_MULTICAST_IF, 0.0.0.0")]
    [InlineData("IP_MULTICAST_TTL, 2", "IP_MULTICAST_TTL, 0")]
    [InlineData("IP_MULTICAST_LOOP, 0", "IP_MULTICAST_LOOP, 1")]
    [InlineData("IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0", "IP_ADD_MEMBERSHIP, 224.0.0.8, 0.0.0.0")]
    public void Options_count(string one, string other) => Different_results_have_different_digests(
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {one}) = 0",
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {other}) = 0");

    [Fact]
    public void A_membership_that_has_ended_does_not_count() => KernelReplay.DigestAfter(Files + Datagrams + """
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = 0
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = 0
            """)
        .ShouldBe(KernelReplay.DigestAfter(Files + Datagrams));

    [Fact]
    public void The_order_of_sockets_that_share_a_port_counts() => Different_results_have_different_digests(
        Shared("[1] bind(3, 0.0.0.0:53) = 0\n[1] bind(4, 0.0.0.0:53) = 0"),
        Shared("[1] bind(4, 0.0.0.0:53) = 0\n[1] bind(3, 0.0.0.0:53) = 0"));

    private static string Shared(string binds) => """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0

        """ + binds;
}
