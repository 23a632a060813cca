using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Descriptors in messages: unp_internalize and unp_externalize.</summary>
public sealed class PassedRightsTests
{
    /// <summary>Two pairs of streams, 3 and 4, 5 and 6.</summary>
    private const string Pairs = """
        file "/f" 0644 0 0
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]

        """;

    [Theory]
    [InlineData(9, "\"x\" control [SCM_RIGHTS 1 7 8]")]
    [InlineData(8, "-1 EMSGSIZE")]
    public void As_many_descriptors_as_are_free_below_the_limit(int limit, string result) =>
        KernelReplay.Run(Pairs + $"""
            [1] close(1) = 0
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 0 0 0]) = 1
            [1] setrlimit({limit}, 64) = 0
            [1] recvmsg(4, [8], 64) = {result}
            """);

    [Theory]
    [InlineData(6, "\"x\" control [SCM_RIGHTS]")]
    [InlineData(5, "-1 EMSGSIZE")]
    public void A_message_without_descriptors_wants_one_free_nevertheless(int limit, string result) =>
        KernelReplay.Run(Pairs + $"""
            [1] close(5) = 0
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS]) = 1
            [1] setrlimit({limit}, 64) = 0
            [1] recvmsg(4, [8], 64) = {result}
            """);

    [Fact]
    public void Descriptors_without_room_are_closed_and_the_bytes_of_a_stream_stay()
    {
        Machine kernel = KernelReplay.Run(Pairs + """
            [1] sendmsg(3, ["bytes"], control [SCM_RIGHTS 5 6]) = 5
            [1] close(5) = 0
            [1] close(6) = 0
            [1] setrlimit(6, 6) = 0
            [1] recvmsg(4, [8], 64) = -1 EMSGSIZE
            [1] recvmsg(4, [8], 64) = "bytes"
            """);

        Files(kernel).ShouldBe(2);
    }

    [Fact]
    public void Looking_at_a_message_opens_nothing_and_leaves_it() => KernelReplay.Run(Pairs + """
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5 6]) = 1
        [1] recvmsg(4, [8], 64, MSG_PEEK) = "x" flags MSG_PEEK
        [1] recvmsg(4, [8], 64, MSG_PEEK) = "x" flags MSG_PEEK
        [1] dup(0) = 7
        [1] recvmsg(4, [8], 64) = "x" control [SCM_RIGHTS 8 9]
        """);

    [Fact]
    public void A_file_that_is_closed_in_flight_is_open()
    {
        Machine kernel = KernelReplay.Run(Pairs + """
            [1] open("/f", O_RDONLY, 00) = 7
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 7 6]) = 1
            [1] close(6) = 0
            [1] close(7) = 0
            [1] sendto(5, "to a socket in flight") = 21
            [1] recvmsg(4, [8], 64) = "x" control [SCM_RIGHTS 6 7]
            [1] recvfrom(7) = "to a socket in flight"
            [1] read(6) = ""
            """);

        Files(kernel).ShouldBe(5);
    }

    [Theory]
    [InlineData("recvfrom(4)")]
    [InlineData("recvmsg(4, [8])")]
    public void Who_wants_no_control_data_closes_the_descriptors(string call) => KernelReplay.Run(Pairs + $"""
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 6]) = 1
        [1] close(6) = 0
        [1] {call} = "x"
        [1] recvfrom(5) = ""
        """);

    [Theory]
    [InlineData("[SCM_RIGHTS 6 9]", "-1 EBADF")]
    [InlineData("[SCM_RIGHTS 6 0]", "-1 ENOBUFS")]
    public void A_failed_send_holds_nothing(string control, string result) => KernelReplay.Run(Pairs + $"""
        [1] setsockopt(4, SO_RCVBUF, 20) = 0
        [1] sendmsg(3, ["x"], control {control}) = {result}
        [1] close(6) = 0
        [1] recvfrom(5) = ""
        """);

    private static int Files(Machine kernel) => kernel.Zones.Single(zone => zone.Name == "file").InUse;
}
