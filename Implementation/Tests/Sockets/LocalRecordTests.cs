using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Messages with control data in a local stream, each of which begins a record.</summary>
public sealed class LocalRecordTests
{
    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]\n";

    [Fact]
    public void A_receive_ends_with_its_record() => KernelReplay.Run(Pair + """
        [1] sendto(3, "ab") = 2
        [1] sendmsg(3, ["c"], control [SCM_RIGHTS 0]) = 1
        [1] sendmsg(3, ["d"], control [SCM_RIGHTS 0]) = 1
        [1] sendto(3, "ef") = 2
        [1] recvmsg(4, [9], 64, MSG_WAITALL) = "ab" flags MSG_WAITALL
        [1] recvmsg(4, [9], 64, MSG_WAITALL) = "c" control [SCM_RIGHTS 5] flags MSG_WAITALL
        [1] recvmsg(4, [2], 64) = "de" control [SCM_RIGHTS 6]
        [1] recvmsg(4, [9], 64) = "f"
        """);

    [Fact]
    public void A_record_below_the_low_water_mark_suffices_if_another_follows() => KernelReplay.Run(Pair + """
        [1] setsockopt(4, SO_RCVLOWAT, 100) = 0
        [1] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [1] sendto(3, "ab") = 2
        [1] recvfrom(4, 99) = -1 EAGAIN
        [1] sendmsg(3, ["c"], control [SCM_RIGHTS 0]) = 1
        [1] recvfrom(4, 99) = "ab"
        [1] recvfrom(4, 99) = -1 EAGAIN
        """);

    [Fact]
    public void The_sender_gets_the_room_of_control_data_back_before_that_of_the_bytes() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 20) = 0
        [1] sendmsg(3, ["abcd"], control [SCM_RIGHTS 0]) = 4
        [1] getsockopt(3, SO_SNDBUF) = 0
        [1] recvmsg(4, [0], 64) = "" control [SCM_RIGHTS 5]
        [1] getsockopt(3, SO_SNDBUF) = 16
        [1] recvfrom(4, 9) = "abcd"
        [1] getsockopt(3, SO_SNDBUF) = 20
        """);

    [Theory]
    [InlineData(21, 5)]
    [InlineData(20, 4)]
    public void A_message_without_room_for_all_bytes_begins_with_those_that_fit(int size, int sent) =>
        KernelReplay.Run(Pair + $"""
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] setsockopt(3, SO_SNDBUF, {size}) = 0
            [1] setsockopt(3, SO_SNDLOWAT, 1) = 0
            [1] sendmsg(3, ["abcde"], control [SCM_RIGHTS 0]) = {sent}
            [1] ioctl(4, FIONREAD) = {16 + sent}
            """);
}
