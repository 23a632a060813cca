using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

[Trait("Requirement", "S9")]
public sealed class PairRulesTests
{
    private const string Datagrams = "[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]\n";

    private const string Streams = "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]\n";

    [Theory]
    [InlineData("", "AF_LOCAL, SOCK_RAW, 0", "EPROTONOSUPPORT", "S1.socket-protocol")]
    [InlineData("", "AF_INET, SOCK_DGRAM, 0", "EOPNOTSUPP", "S9.pair-unsupported")]
    [InlineData("tunable kern.ipc.maxsockets=1\n", "AF_LOCAL, SOCK_DGRAM, 0", "ENOBUFS", "S1.socket-full")]
    [InlineData("tunable kern.maxfilesperproc=4\n", "AF_LOCAL, SOCK_DGRAM, 0", "EMFILE", "S9.pair-descriptor")]
    [InlineData("tunable kern.maxfilesperproc=3\n", "AF_INET, SOCK_DGRAM, 0", "EMFILE", "S9.pair-descriptor")]
    public void Errors_come_in_order(string header, string arguments, string error, string rule) =>
        new SpecDriver(SpecDriver.Host + header)
            .Allows($"[1] socketpair({arguments}) = -1 {error}").By(rule)
            .Allows("[1] getsockname(3) = -1 EBADF");

    [Fact]
    public void The_lowest_two_descriptors_are_a_pair() =>
        new SpecDriver().Allows("[1] close(0) = 0")
            .Forbids("[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 0]")
            .Allows("[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [0, 3]").By("S9.pair")
            .Allows("""
            [1] sendto(0, "a") = 1
            [1] recvfrom(3) = "a"
            """);

    [Fact]
    public void A_raw_pair_needs_privilege_before_it_is_unsupported() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_INET, SOCK_RAW, 0) = -1 EOPNOTSUPP
            [1] setuid(5) = 0
            [1] socketpair(AF_INET, SOCK_RAW, 0) = -1 EPERM
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            """);

    [Fact]
    public void In_a_prison_pairs_are_local() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socketpair(AF_IPX, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            """);

    [Theory]
    [InlineData(Datagrams, "ENOENT", 2, 2048, 4096)]
    [InlineData(Streams, "EISCONN", 1, 8192, 8192)]
    public void An_end_has_no_name(string pair, string connect, int type, int send, int receive) =>
        new SpecDriver().Allows(pair + $"""
            [1] accept(3) = -1 EINVAL
            [1] listen(3, 1) = -1 EINVAL
            [1] bind(3, 10.0.0.1:9, 256) = -1 ENAMETOOLONG
            [1] bind(3, 10.0.0.1:9) = -1 ENOENT
            [1] connect(3, 10.0.0.1:9, 256) = -1 ENAMETOOLONG
            [1] connect(3, 10.0.0.1:9) = -1 {connect}
            [1] getsockopt(3, SO_TYPE) = {type}
            [1] getsockopt(3, SO_SNDBUF) = {send}
            [1] getsockopt(3, SO_RCVBUF) = {receive}
            [1] getsockopt(3, SO_SNDLOWAT) = 2048
            [1] getsockopt(3, SO_RCVLOWAT) = 1
            [1] getsockopt(3, IP_PORTRANGE) = -1 ENOPROTOOPT
            [1] setsockopt(3, IP_PORTRANGE, 1) = -1 ENOPROTOOPT
            [1] fcntl(4, F_GETFL) = 2
            """);

    [Fact]
    public void Datagrams_keep_their_bounds_and_name_no_sender() =>
        new SpecDriver().Allows(Datagrams + """
            [1] sendto(3, "abc") = 3
            """).By("S9.send-datagram")
            .Allows("""
            [1] sendto(3, "") = 0
            [1] sendto(3, "d") = 1
            [1] recvfrom(4, 2) = "ab"
            """).By("S11.receive-cut")
            .Forbids("[1] recvfrom(4) = \"c\"")
            .Forbids("[1] recvfrom(4) = \"\" from 0.0.0.0:0")
            .Allows("""
            [1] recvfrom(4) = ""
            [1] recvfrom(4, 0) = ""
            [1] sendto(3, "x", 10.0.0.1:9, 256) = -1 ENAMETOOLONG
            [1] sendto(3, "x", 10.0.0.1:9) = -1 EISCONN
            [1] ioctl(4, FIONBIO, 1) = 0
            [1] recvfrom(4) = -1 EAGAIN
            """);

    [Fact]
    public void The_receivers_buffer_counts_each_sender() =>
        new SpecDriver().Allows(Datagrams + """
            [1] setsockopt(4, SO_RCVBUF, 50) = 0
            [1] setsockopt(3, SO_SNDBUF, 20) = 0
            [1] sendto(3, "123456789012345678901") = -1 EMSGSIZE
            [1] sendto(3, "12345678901234567890") = 20
            [1] sendto(3, "") = -1 ENOBUFS
            """).By("S9.send-no-room")
            .Allows("""
            [1] setsockopt(4, SO_RCVBUF, 52) = 0
            [1] sendto(3, "") = 0
            """);

    /// <summary>In FreeBSD 4.0 the receiver would sleep on (D31).</summary>
    [Fact]
    public void The_last_close_resets_the_other_end_of_a_datagram_pair() =>
        new SpecDriver().Allows(Datagrams + """
            [1] fork() = 2
            [1] close(4) = 0
            [2] close(3) = 0
            [1] recvfrom(3 <unfinished ...>
            [2] exit(0) = 0
            [1] <... recvfrom resumed>) = -1 ECONNRESET
            """).By("R2.pair-resets")
            .Allows("""
            [1] sendto(3, "a") = -1 EDESTADDRREQ
            [1] sendto(3, "a", 10.0.0.1:9) = -1 ENOENT
            [1] getpeername(3) = -1 ENOTCONN
            [1] connect(3, 10.0.0.1:9) = -1 ENOENT
            [1] recvfrom(3 <unfinished ...>
            """);

    [Fact]
    public void What_is_queued_comes_before_the_reset() =>
        new SpecDriver().Allows(Datagrams + """
            [1] sendto(4, "a") = 1
            [1] close(4) = 0
            [1] recvfrom(3) = "a"
            [1] sendto(3, "a") = -1 ECONNRESET
            """).By("S11.error-send").Allows("[1] getsockopt(3, SO_ERROR) = 0");

    [Fact]
    public void Pairs_are_passed_into_prisons_and_listed_nowhere() =>
        new SpecDriver().Allows(Streams + """
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]
            [1] fork() = 2
            [2] close(3) = 0
            [2] close(4) = 0
            [2] jail("/", "a", 10.0.0.2) = 0
            [1] sendmsg(5, ["x"], control [SCM_RIGHTS 4]) = 1
            [2] recvmsg(6, [1], 16) = "x" control [SCM_RIGHTS 3]
            [1] sendto(3, "a") = 1
            [2] recvfrom(3) = "a"
            """);
}
