using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Names of local sockets, their lengths and what they lead to: unp_bind and unp_connect.</summary>
public sealed class LocalNameTests
{
    /// <summary>Descriptor 3 is a datagram socket with a short name.</summary>
    private const string Server = """
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [1] bind(3, "/s") = 0
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4

        """;

    [Theory]
    [InlineData(103)]
    [InlineData(104)]
    [InlineData(105)]
    [InlineData(253)]
    public void The_length_of_sun_path_means_nothing(int length)
    {
        string path = Path(length);
        KernelReplay.Run(Server + $"""
            [1] bind(4, "{path}") = 0
            [1] connect(3, "{path}") = 0
            [1] getpeername(3) = "{path}"
            """);
    }

    [Fact]
    public void An_address_of_256_bytes_is_too_long()
    {
        string path = Path(254);
        KernelReplay.Run(Server + $"""
            [1] bind(4, "{path}") = -1 ENAMETOOLONG
            [1] connect(4, "{path}") = -1 ENAMETOOLONG
            [1] sendto(4, "a", "{path}") = -1 ENAMETOOLONG
            [1] bind(4, "{path}", 255) = 0
            """);
    }

    [Theory]
    [InlineData(106, "1")]
    [InlineData(107, "-1 ENOBUFS")]
    public void The_name_of_a_sender_has_to_fit_in_an_mbuf(int length, string result) => KernelReplay.Run(Server + $"""
        [1] bind(4, "{Path(length)}") = 0
        [1] sendto(4, "a", "/s") = {result}
        """);

    [Theory]
    [InlineData(104, "1")]
    [InlineData(103, "-1 ENOBUFS")]
    public void The_name_of_a_sender_takes_room_in_the_buffer(int room, string result) => KernelReplay.Run(Server + $"""
        [1] setsockopt(3, SO_RCVBUF, {room}) = 0
        [1] bind(4, "{Path(101)}") = 0
        [1] sendto(4, "a", "/s") = {result}
        """);

    [Theory]
    [InlineData(2, "-1 EINVAL")]
    [InlineData(3, "-1 ENOTSOCK")]
    [InlineData(4, "0")]
    public void An_address_of_two_bytes_has_no_path(int length, string result) =>
        KernelReplay.Run(Server + $"""[1] connect(4, "/s", {length}) = {result}""");

    [Fact]
    public void A_socket_gets_one_node_even_if_that_is_unlinked() => KernelReplay.Run(Server + """
        [1] bind(3, "/t") = -1 EINVAL
        [1] unlink("/s") = 0
        [1] bind(3, "/t") = -1 EINVAL
        [1] bind(4, "/s") = 0
        [1] getsockname(3) = "/s"
        """);

    private static string Path(int length) => "/" + new string('x', length - 1);
}
