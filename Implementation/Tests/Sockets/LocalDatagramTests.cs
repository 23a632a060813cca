using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Datagrams between two local sockets, and how pairs are made.</summary>
public sealed class LocalDatagramTests
{
    /// <summary>Process 1 has the first socket of a pair open, process 2 the second.</summary>
    private const string Pair = """
        if fxp0 10.0.0.1/24
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] fork() = 2
        [1] close(4) = 0
        [2] close(3) = 0

        """;

    [Fact]
    public void Datagrams_keep_their_boundaries_and_name_no_sender() => KernelReplay.Run(Pair + """
        [1] sendto(3, "abc") = 3
        [1] sendto(3, "") = 0
        [1] sendto(3, "defghijklmn") = 11
        [2] recvfrom(4, 2) = "ab"
        [2] recvfrom(4) = ""
        [2] recvfrom(4) = "defghijklmn"
        [2] recvfrom(4 <unfinished ...>
        [1] sendto(3, "z") = 1
        [2] <... recvfrom resumed>) = "z"
        [1] getsockname(3) = 0
        [1] getpeername(3) = 0
        [1] bind(3, 10.0.0.1:53) = -1 ENOENT
        [1] connect(3, 10.0.0.1:53) = -1 ENOENT
        [1] getpeername(3) = -1 ENOTCONN
        [1] getsockopt(3, SO_TYPE) = 2
        """);

    [Fact]
    public void What_does_not_fit_is_refused() => KernelReplay.Run(Pair + """
        [1] getsockopt(3, SO_SNDBUF) = 2048
        [2] getsockopt(4, SO_RCVBUF) = 4096
        [1] setsockopt(3, SO_SNDBUF, 3) = 0
        [1] sendto(3, "abcd") = -1 EMSGSIZE
        [1] sendto(3, "a", 10.0.0.1:53) = -1 EISCONN
        [2] setsockopt(4, SO_RCVBUF, 36) = 0
        [1] sendto(3, "abc") = 3
        [1] sendto(3, "ab") = -1 ENOBUFS
        [1] sendto(3, "a") = 1
        [1] sendto(3, "") = -1 ENOBUFS
        [2] recvfrom(4) = "abc"
        [1] sendto(3, "") = 0
        """);

    [Fact]
    [Trait("Requirement", "G7")]
    public void The_last_close_is_an_error_once() => KernelReplay.Run(Pair + """
        [1] sendto(3, "a") = 1
        [1] close(3) = 0
        [2] recvfrom(4) = "a"
        [2] recvfrom(4) = -1 ECONNRESET
        [2] sendto(4, "a") = -1 EDESTADDRREQ
        [2] sendto(4, "a", 10.0.0.1:53) = -1 ENOENT
        [2] getpeername(4) = -1 ENOTCONN
        [2] recvfrom(4 <unfinished ...>
        [1] kill(2, 9) = 0
        """);

    [Fact]
    [Trait("Requirement", "G7")]
    public void The_last_close_wakes_those_who_wait_for_a_datagram() => KernelReplay.Run(Pair + """
        [2] fork() = 3
        [3] recvfrom(4 <unfinished ...>
        [2] recvfrom(4 <unfinished ...>
        [1] close(3) = 0
        [3] <... recvfrom resumed>) = -1 ECONNRESET
        [3] getsockopt(4, SO_ERROR) = 0
        """);

    [Fact]
    public void A_send_takes_the_error_first() => KernelReplay.Run(Pair + """
        [1] close(3) = 0
        [2] sendto(4, "a") = -1 ECONNRESET
        [2] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [2] recvfrom(4) = -1 EAGAIN
        """);

    [Theory]
    [InlineData("AF_INET, SOCK_STREAM, 0", "-1 EOPNOTSUPP")]
    [InlineData("AF_INET, SOCK_DGRAM, IPPROTO_UDP", "-1 EOPNOTSUPP")]
    [InlineData("AF_INET, SOCK_RAW, 0", "-1 EOPNOTSUPP")]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", "-1 EOPNOTSUPP")]
    [InlineData("AF_IPX, SOCK_DGRAM, 0", "-1 EOPNOTSUPP")]
    [InlineData("AF_IPX, SOCK_STREAM, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_LOCAL, SOCK_RAW, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_LOCAL, SOCK_STREAM, IPPROTO_TCP", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", "[3, 4]")]
    public void Only_local_sockets_come_in_pairs(string arguments, string result) => KernelReplay.Run($"""
        tunable kern.ipc.maxsockets=2
        [1] socketpair({arguments}) = {result}
        [1] close(3)
        [1] close(4)
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        """);

    [Fact]
    public void The_sockets_come_before_the_descriptors_and_nothing_is_left_of_a_failure() => KernelReplay.Run("""
        tunable kern.ipc.maxsockets=3
        tunable kern.maxfilesperproc=6
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = -1 ENOBUFS
        [1] close(3) = 0
        [1] open("/", O_RDONLY, 00) = 3
        [1] socketpair(AF_IPX, SOCK_STREAM, 0) = -1 EPROTONOSUPPORT
        [1] socketpair(AF_INET, SOCK_STREAM, 0) = -1 EMFILE
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = -1 EMFILE
        [1] open("/", O_RDONLY, 00) = 5
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = -1 EMFILE
        [1] close(3) = 0
        [1] close(5) = 0
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 5]
        """);

    [Fact]
    [Trait("Requirement", "J9")]
    public void Pairs_are_made_and_passed_in_a_prison_and_listed_nowhere()
    {
        Machine kernel = KernelReplay.Run("""
            if fxp0 10.0.0.1/24
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] fork() = 2
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]
            [2] jail("/", "a", 10.0.0.1) = 0
            [2] socketpair(AF_IPX, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
            [2] socketpair(AF_INET, SOCK_RAW, 0) = -1 EPERM
            [2] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 6]) = 1
            [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 7]
            [2] recvfrom(7 <unfinished ...>
            [1] sendto(5, "in") = 2
            [2] <... recvfrom resumed>) = "in"
            [2] sendto(7, "out") = 3
            [1] recvfrom(5) = "out"
            """);

        kernel.Sockstat([]).ShouldBe(0);
    }
}
