using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>TCP as far as addresses and ports are concerned.</summary>
public sealed class TcpTests
{
    private const string Socket = """
        if fxp0 10.0.0.1/24 10.0.0.2/32
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3

        """;

    [Theory]
    [InlineData("10.0.0.1:80", "-1 ECONNREFUSED sent 10.0.0.1:1024 > 10.0.0.1:80")]
    [InlineData("10.0.0.255:80", "-1 EACCES")]
    public void A_failed_connection_leaves_the_socket_without_PCB(string name, string result) =>
        KernelReplay.Run(Socket + $"""
            [1] connect(3, {name}) = {result}
            [1] getsockname(3) = -1 EINVAL
            [1] getpeername(3) = -1 ENOTCONN
            [1] bind(3, 10.0.0.1:80) = -1 EINVAL
            [1] connect(3, 10.0.0.9:80) = -1 EINVAL
            [1] listen(3, 5) = -1 EINVAL
            [1] accept(3) = -1 EINVAL
            [1] getsockopt(3, IP_PORTRANGE) = -1 ECONNRESET
            [1] setsockopt(3, IP_PORTRANGE, 7) = -1 ECONNRESET
            [1] setsockopt(3, SO_REUSEPORT, 2) = 0
            [1] getsockopt(3, SO_REUSEPORT) = 512
            [1] close(3) = 0
            """);

    [Theory]
    [InlineData("224.0.0.1:80", "EAFNOSUPPORT", "0.0.0.0:0")]
    [InlineData("10.0.0.9:0", "EADDRNOTAVAIL", "0.0.0.0:1024")]
    public void An_invalid_name_keeps_the_PCB(string name, string error, string local) =>
        KernelReplay.Run(Socket + $"""
            [1] connect(3, {name}) = -1 {error}
            [1] getsockname(3) = {local}
            """);

    [Fact]
    public void A_socket_can_connect_to_itself() => KernelReplay.Run(Socket + """
        [1] bind(3, 10.0.0.2:80) = 0
        [1] connect(3, 10.0.0.2:80) = 0 sent 10.0.0.2:80 > 10.0.0.2:80
        [1] getpeername(3) = 10.0.0.2:80
        [1] connect(3, 10.0.0.2:80) = -1 EISCONN
        [1] close(3) = 0
        """);

    [Fact]
    public void A_queue_holds_one_and_a_half_times_its_backlog() => KernelReplay.Run(Socket + """
        [1] bind(3, 0.0.0.0:80) = 0
        [1] listen(3, 1) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = -1 ETIMEDOUT
        [wire] tcp(10.0.0.9:2, 10.0.0.2:80) = 0 received by [1]3
        [wire] tcp(10.0.0.9:3, 10.0.0.2:80) = -1 ETIMEDOUT
        [1] listen(3, -1) = 0
        [wire] tcp(10.0.0.9:3, 10.0.0.2:80) = 0 received by [1]3
        [1] connect(3, 10.0.0.9:80) = -1 EOPNOTSUPP
        [1] accept(3) = 4 from 10.0.0.9:1
        [1] getsockname(4) = 10.0.0.1:80
        """);

    [Fact]
    public void Packets_that_no_other_host_can_send_are_dropped() => KernelReplay.Run(Socket + """
        [1] bind(3, 0.0.0.0:80) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:81) = -1 ECONNREFUSED
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = -1 ETIMEDOUT
        [1] listen(3, 1) = 0
        [wire] tcp(10.0.0.2:1, 10.0.0.1:80) = -1 ETIMEDOUT
        [wire] tcp(127.0.0.1:1, 10.0.0.1:80) = -1 ETIMEDOUT
        [wire] tcp(10.0.0.9:1, 10.0.0.255:80) = -1 ETIMEDOUT
        [wire] tcp(10.0.0.9:1, 10.0.0.3:80) = -1 EHOSTUNREACH
        """);

    [Fact]
    public void Accepted_sockets_inherit_from_the_listener() => KernelReplay.Run(Socket + """
        [1] setsockopt(3, SO_REUSEADDR, 1) = 0
        [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_HIGH) = 0
        [1] listen(3, 5) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:49152) = 0 received by [1]3
        [1] accept(3) = 4 from 10.0.0.9:1
        [1] getsockopt(4, SO_REUSEADDR) = 4
        [1] getsockopt(4, IP_PORTRANGE) = 0
        [1] sendto(4, "a") = -1 EOPNOTSUPP
        [1] recvfrom(4) = -1 EOPNOTSUPP
        """);
}
