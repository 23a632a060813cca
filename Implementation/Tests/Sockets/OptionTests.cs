using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Socket options, addresses of wrong lengths, and the order of errors of send and connect.</summary>
[Trait("Requirement", "S7")]
public sealed class OptionTests
{
    private const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4

        """;

    [Fact]
    public void Flags() => KernelReplay.Run(Host + """
        [1] getsockopt(3, SO_BROADCAST) = 0
        [1] setsockopt(3, SO_BROADCAST, 7) = 0
        [1] getsockopt(3, SO_BROADCAST) = 32
        [1] setsockopt(3, SO_KEEPALIVE, 1) = 0
        [1] setsockopt(3, SO_BROADCAST, 0) = 0
        [1] getsockopt(3, SO_BROADCAST) = 0
        [1] getsockopt(3, SO_KEEPALIVE) = 8
        [1] getsockopt(3, 2) = -1 ENOPROTOOPT
        [1] setsockopt(3, 2, 1) = -1 ENOPROTOOPT
        [1] setsockopt(3, 36, 1) = -1 ENOPROTOOPT
        [1] setsockopt(3, 0, 1) = -1 ENOPROTOOPT
        [1] setsockopt(3, SO_LINGER, 1) = -1 EINVAL
        [1] getsockopt(3, SO_LINGER) = 0
        [1] setsockopt(3, SO_RCVTIMEO, 1) = -1 EINVAL
        [1] getsockopt(3, SO_SNDTIMEO) = 0
        """);

    /// <summary>SO_PRIVSTATE is gone.</summary>
    [Fact]
    public void No_option_keeps_privileges() => KernelReplay.Run(Host + """
        [1] getsockopt(3, 4105) = -1 ENOPROTOOPT
        [1] setsockopt(3, 4105, 0) = -1 ENOPROTOOPT
        [1] setuid(1) = 0
        [1] bind(3, 10.0.0.1:53) = -1 EACCES
        [1] setsockopt(3, 4105, 1) = -1 ENOPROTOOPT
        """);

    [Fact]
    public void Sizes() => KernelReplay.Run(Host + """
        [1] getsockopt(3, SO_SNDBUF) = 9216
        [1] getsockopt(3, SO_RCVBUF) = 41600
        [1] getsockopt(4, SO_RCVBUF) = 16384
        [1] getsockopt(4, SO_SNDLOWAT) = 2048
        [1] getsockopt(4, SO_RCVLOWAT) = 1
        [1] setsockopt(4, SO_SNDBUF, 0) = -1 EINVAL
        [1] setsockopt(4, SO_RCVLOWAT, -1) = -1 EINVAL
        [1] setsockopt(4, SO_SNDBUF, 246724) = -1 ENOBUFS
        [1] setsockopt(4, SO_SNDBUF, 246723) = 0
        [1] setsockopt(4, SO_SNDLOWAT, 300000) = 0
        [1] getsockopt(4, SO_SNDLOWAT) = 246723
        [1] setsockopt(4, SO_SNDBUF, 100) = 0
        [1] getsockopt(4, SO_SNDLOWAT) = 100
        [1] setsockopt(4, SO_RCVLOWAT, 5) = 0
        [1] setsockopt(4, SO_RCVBUF, 500) = 0
        [1] bind(4, 10.0.0.1:80) = 0
        [1] listen(4, 5) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] connect(5, 10.0.0.1:80) = 0 sent 10.0.0.1:1024 > 10.0.0.1:80 received by [1]4
        [1] accept(4) = 6 from 10.0.0.1:1024
        [1] getsockopt(6, SO_RCVBUF) = 500
        [1] getsockopt(6, SO_SNDLOWAT) = 100
        [1] getsockopt(6, SO_RCVLOWAT) = 1
        """);

    [Fact]
    public void Buffers_limit_what_is_sent_and_what_is_queued() => KernelReplay.Run(Host + """
        [1] bind(3, 10.0.0.1:53) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] setsockopt(5, SO_SNDBUF, 2) = 0
        [1] sendto(5, "abc", 10.0.0.1:53) = -1 EMSGSIZE
        [1] sendto(5, "abc") = -1 EDESTADDRREQ
        [1] getsockname(5) = 0.0.0.0:0
        [1] setsockopt(3, SO_RCVBUF, 18) = 0
        [1] sendto(5, "ab", 10.0.0.1:53) = 2 sent 10.0.0.1:1024 > 10.0.0.1:53 received by [1]3
        [1] sendto(5, "a", 10.0.0.1:53) = 1 sent 10.0.0.1:1024 > 10.0.0.1:53
        """);

    [Fact]
    public void Read_only_options() => KernelReplay.Run(Host + """
        [1] getsockopt(3, SO_TYPE) = 2
        [1] getsockopt(4, SO_TYPE) = 1
        [1] setsockopt(3, SO_TYPE, 1) = -1 ENOPROTOOPT
        [1] setsockopt(3, SO_ERROR, 1) = -1 ENOPROTOOPT
        [1] getsockopt(3, SO_ERROR) = 0
        [1] connect(3, 10.0.0.1:9) = 0
        [1] sendto(3, "a") = 1 sent 10.0.0.1:1024 > 10.0.0.1:9
        [1] getsockopt(3, SO_ERROR) = 61
        [1] getsockopt(3, SO_ERROR) = 0
        """);

    [Fact]
    public void Lengths_of_addresses() => KernelReplay.Run(Host + """
        [1] bind(3, 10.0.0.1:53, -1) = -1 ENAMETOOLONG
        [1] bind(3, 10.0.0.1:53, 256) = -1 ENAMETOOLONG
        [1] bind(3, 10.0.0.1:53, 0) = -1 EINVAL
        [1] connect(4, 224.0.0.1:80, 7) = -1 EINVAL
        [1] getsockname(4) = 0.0.0.0:1024
        [1] connect(4, 224.0.0.1:80, 8) = -1 EAFNOSUPPORT
        [1] connect(3, 10.0.0.9:53) = 0
        [1] sendto(3, "a", 10.0.0.9:53, 0) = -1 EISCONN
        [1] sendto(3, "a", 10.0.0.9:53, -5) = -1 ENAMETOOLONG
        [1] connect(3, 10.0.0.9:53, -5) = -1 ENAMETOOLONG
        [1] getpeername(3) = 10.0.0.9:53
        [1] connect(3, 10.0.0.9:53, 1) = -1 EINVAL
        [1] getpeername(3) = -1 ENOTCONN
        [1] listen(4, 1) = 0
        [1] connect(4, 10.0.0.9:80, 1) = -1 EOPNOTSUPP
        [1] sendto(4, "a") = -1 ENOTCONN
        [1] sendto(4, "a", 10.0.0.9:80) = -1 EOPNOTSUPP
        """);

    [Fact]
    public void A_broadcast_needs_SO_BROADCAST_and_TCP_cannot_send_one() => KernelReplay.Run(Host + """
        [1] sendto(3, "a", 10.0.0.0:53) = -1 EACCES
        [1] setsockopt(3, SO_BROADCAST, 1) = 0
        [1] sendto(3, "a", 10.0.0.0:53) = 1 sent 10.0.0.1:1024 > 10.0.0.0:53
        [1] sendto(3, "a", 10.255.255.255:53) = 1 sent 10.0.0.1:1024 > 10.255.255.255:53
        [1] setsockopt(4, SO_BROADCAST, 1) = 0
        [1] connect(4, 10.0.0.255:80) = -1 EACCES
        [1] sendto(4, "a") = -1 EPIPE
        """);

    [Fact]
    public void Other_hosts_reach_127_but_cannot_forge_a_source() => KernelReplay.Run(Host + """
        [1] bind(3, 127.0.0.1:53) = 0
        [1] bind(4, 127.0.0.1:80) = 0
        [1] listen(4, 5) = 0
        [wire] udp(10.0.0.9:9, 127.0.0.1:53, "a") = 0 received by [1]3
        [wire] udp(127.0.0.1:9, 127.0.0.1:53, "b") = 0
        [1] recvfrom(3) = "a" from 10.0.0.9:9
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] recvfrom(3) = -1 EAGAIN
        [wire] tcp(10.0.0.9:9, 127.0.0.1:80) = 0 received by [1]4
        [wire] tcp(10.0.0.1:9, 127.0.0.1:80) = -1 ETIMEDOUT
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] connect(5, 10.0.0.1:7) = 0
        [wire] udp(10.0.0.9:1024, 10.0.0.1:7, "a") = -1 ECONNREFUSED
        [1] getsockopt(5, SO_ERROR) = 0
        [wire] udp(10.0.0.1:1024, 10.0.0.1:7, "a") = 0
        [1] getsockopt(5, SO_ERROR) = 0
        [wire] udp(0.0.0.0:1024, 10.0.0.1:7, "a") = 0
        [1] getsockopt(5, SO_ERROR) = 0
        [wire] udp(10.0.0.9:9, 127.0.0.2:53, "a") = -1 EHOSTUNREACH
        """);
}
