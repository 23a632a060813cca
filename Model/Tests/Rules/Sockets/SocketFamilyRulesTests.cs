using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>The supported sockets, and those that prisons allow (J9).</summary>
[Trait("Requirement", "J9")]
public sealed class SocketFamilyRulesTests
{
    public static TheoryData<string> Idle =>
    [
        "AF_ROUTE, SOCK_RAW, IPPROTO_TCP",
        "AF_IPX, SOCK_DGRAM, 0",
    ];

    [Fact]
    public void Idle_sockets_transfer_nothing_and_are_not_listed() =>
        new SpecDriver().Allows("""
            [1] socket(AF_IPX, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53, 300) = -1 EOPNOTSUPP
            [1] connect(3, 10.0.0.1:53) = -1 EOPNOTSUPP
            [1] listen(3, 1) = -1 EOPNOTSUPP
            [1] accept(3) = -1 EOPNOTSUPP
            [1] sendto(3, "a") = -1 EOPNOTSUPP
            [1] recvfrom(3) = -1 EOPNOTSUPP
            [1] getsockname(3) = -1 EOPNOTSUPP
            [1] getpeername(3) = -1 EOPNOTSUPP
            [1] setsockopt(3, SO_REUSEADDR, 1) = -1 EOPNOTSUPP
            [1] getsockopt(3, SO_REUSEADDR) = -1 EOPNOTSUPP
            [1] read(3) = -1 EOPNOTSUPP
            [1] write(3, "a") = -1 EOPNOTSUPP
            [1] shutdown(3, SHUT_RD) = -1 EOPNOTSUPP
            [1] readdir(3) = -1 EINVAL
            [1] fchdir(3) = -1 EINVAL
            [1] dup(3) = 4
            [1] close(4) = 0
            """).State.Sockstat([]).ShouldBe(0);

    [Fact]
    public void Routing_sockets_have_no_addresses_and_are_not_listed() =>
        new SpecDriver().Allows("""
            [1] socket(AF_ROUTE, SOCK_RAW, 0) = 3
            [1] bind(3, 10.0.0.1:53) = -1 EINVAL
            [1] listen(3, 1) = -1 EOPNOTSUPP
            [1] accept(3) = -1 EINVAL
            [1] sendto(3, "abcd", 10.0.0.1:53) = -1 EISCONN
            [1] getsockname(3) = -1 EINVAL
            [1] getpeername(3) = 0
            [1] connect(3, 10.0.0.1:53) = -1 EINVAL
            """).By("S9.routing-connect").Allows("""
            [1] getpeername(3) = -1 ENOTCONN
            [1] write(3, "abcd") = -1 EPIPE
            [1] recvfrom(3) = ""
            """).By("S9.receive-shut").State.Sockstat([]).ShouldBe(0);

    [Theory]
    [MemberData(nameof(Idle))]
    public void Idle_sockets_count_and_are_freed_with_their_last_descriptor(string arguments) =>
        new SpecDriver(SpecDriver.Host + "tunable kern.ipc.maxsockets=1\n").Allows($"""
            [1] socket({arguments}) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = -1 ENOBUFS
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            """).By("S1.socket-made");

    [Theory]
    [InlineData("AF_LOCAL, SOCK_RAW, 0")]
    [InlineData("AF_LOCAL, SOCK_STREAM, IPPROTO_TCP")]
    [InlineData("AF_ROUTE, SOCK_DGRAM, 0")]
    [InlineData("AF_IPX, SOCK_STREAM, 0")]
    [InlineData("AF_IPX, SOCK_DGRAM, IPPROTO_UDP")]
    public void A_wrong_combination_is_not_supported(string arguments) =>
        new SpecDriver().Allows($"[1] socket({arguments}) = -1 EPROTONOSUPPORT").By("S1.socket-protocol");

    [Fact]
    public void Prisons_allow_three_families_unless_the_sysctl_allows_all() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] socket(AF_IPX, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
            """).By("J9.socket-family").Allows("""
            [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [2] socket(AF_ROUTE, SOCK_RAW, 0) = 4
            [1] sysctl("jail.socket_unixiproute_only", 0) = 0
            [2] socket(AF_IPX, SOCK_DGRAM, 0) = 5
            """).By("J9.socket-idle-made");

    [Fact]
    public void Raw_sockets_are_for_the_hosts_superuser() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.ipc.maxsockets=1\n").Allows("""
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
            [1] fork() = 3
            [3] jail("/", "a", 10.0.0.2) = 0
            [3] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
            """).By("J4.socket-raw-denied").Allows("""
            [1] socket(AF_INET, SOCK_RAW, 0) = 3
            [2] socket(AF_INET, SOCK_RAW, 0) = -1 ENOBUFS
            """).By("S1.socket-full");
}
