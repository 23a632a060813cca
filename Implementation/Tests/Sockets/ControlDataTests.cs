using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Control data of local sockets: what is accepted, and how much of it is seen.</summary>
public sealed class ControlDataTests
{
    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]\n";

    [Theory]
    [InlineData(11, "-1 EINVAL")]
    [InlineData(12, "1")]
    [InlineData(108, "1")]
    [InlineData(109, "-1 EINVAL")]
    public void Control_data_is_a_header_and_at_most_an_mbuf(int length, string result) =>
        KernelReplay.Run(Pair + $"""
            [1] sendmsg(3, ["x"], control ["{Credentials(length)}"..., {length}]) = {result}
            """);

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Its_length_is_that_of_the_one_message(int stated) => KernelReplay.Run(Pair + $"""
        [1] sendmsg(3, ["x"], control ["{Credentials(stated)}"..., 32]) = -1 EINVAL
        [1] sendmsg(3, ["x"], control ["{Credentials(32)}"..., 32]) = 1
        """);

    [Theory]
    [InlineData(16, "[SCM_RIGHTS 5]", "")]
    [InlineData(15, """["\x10\x00\x00\x00\xff\xff\x00\x00\x01\x00\x00\x00\x05\x00\x00"]""", "|MSG_CTRUNC")]
    public void Room_of_exactly_its_length_cuts_nothing(int room, string control, string flags) =>
        KernelReplay.Run(Pair + $"""
            [1] sendmsg(3, ["a"], control [SCM_RIGHTS 0]) = 1
            [1] recvmsg(4, [1], {room}, MSG_DONTWAIT) = "a" control {control} flags MSG_DONTWAIT{flags}
            """);

    [Theory]
    [InlineData(49, "-1 ENOBUFS")]
    [InlineData(50, "2")]
    public void Control_data_takes_room_in_the_buffer(int room, string result) => KernelReplay.Run(Pair + $"""
        [1] setsockopt(4, SO_RCVBUF, {room}) = 0
        [1] sendmsg(3, ["ab"], control [SCM_RIGHTS 0 0 0 0 0]) = {result}
        """);

    [Theory]
    [InlineData(17, "-1 EMSGSIZE")]
    [InlineData(18, "2")]
    public void A_datagram_and_its_control_data_fit_together_in_the_send_buffer(int size, string result) =>
        KernelReplay.Run(Pair + $"""
            [1] setsockopt(3, SO_SNDBUF, {size}) = 0
            [1] sendmsg(3, ["ab"], control [SCM_RIGHTS 0]) = {result}
            """);

    [Theory]
    [InlineData(2, @"\x01\x00")]
    [InlineData(18, @"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00")]
    [InlineData(20, @"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00zz")]
    [InlineData(21, @"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00zz\x00")]
    public void Credentials_are_as_long_as_what_was_sent_and_have_its_padding(int length, string content) =>
        KernelReplay.Run(Pair + $"""
            [1] sendmsg(3, ["a"], control ["{Credentials(12 + length)}\x00{new string('z', length)}"]) = 1
            [1] recvmsg(4, [1], 96) = "a" control ["{Credentials(12 + length)}\x00{content}"]
            """);

    /// <summary>The first 11 bytes of a message of type SCM_CREDS that says to be so long.</summary>
    private static string Credentials(int length) => $@"\x{length:x2}\x00\x00\x00\xff\xff\x00\x00\x03\x00\x00";
}
