using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Datagram sockets that are connected to another one by its name: unp_connect2 and unp_drop.</summary>
public sealed class LocalReferrerTests
{
    /// <summary>Descriptor 3 has a name; 4 and 5 do not.</summary>
    private const string Server = """
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [1] bind(3, "/s") = 0
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 5

        """;

    [Fact]
    public void The_last_close_is_an_error_at_each_socket_that_is_connected_to_it() => KernelReplay.Run(Server + """
        [1] connect(4, "/s") = 0
        [1] connect(5, "/s") = 0
        [1] dup(3) = 6
        [1] close(3) = 0
        [1] sendto(4, "a") = 1
        [1] close(6) = 0
        [1] getsockopt(5, SO_ERROR) = 54
        [1] getsockopt(4, SO_ERROR) = 54
        [1] getpeername(4) = -1 ENOTCONN
        """);

    [Theory]
    [InlineData(17, "1")]
    [InlineData(16, "-1 ENOBUFS")]
    public void A_datagram_to_a_name_connects_only_for_itself(int room, string result) => KernelReplay.Run(Server + $"""
        [1] setsockopt(3, SO_RCVBUF, {room}) = 0
        [1] sendto(4, "a", "/s") = {result}
        [1] getpeername(4) = -1 ENOTCONN
        [1] close(3) = 0
        [1] getsockopt(4, SO_ERROR) = 0
        """);
}
