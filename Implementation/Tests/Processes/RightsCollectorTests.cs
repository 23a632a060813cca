using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>Open files that only messages hold which nobody can receive are closed at once: unp_gc, D45.</summary>
public sealed class RightsCollectorTests
{
    /// <summary>Two pairs of streams, 3 and 4, 5 and 6. The files of 4 and 6 are in messages at each other.</summary>
    private const string Cycle = """
        [1] sigaction(13, SIG_IGN) = 0
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 6]) = 1
        [1] sendmsg(5, ["x"], control [SCM_RIGHTS 4]) = 1

        """;

    [Fact]
    public void Two_sockets_in_each_others_queues_are_closed_with_the_last_descriptor()
    {
        Machine kernel = KernelReplay.Run(Cycle + """
            [1] close(4) = 0
            [1] sendto(3, "y") = 1
            [1] close(6) = 0
            [1] sendto(3, "y") = -1 EPIPE
            [1] sendto(5, "y") = -1 EPIPE
            """);

        Count(kernel, "file").ShouldBe(2);
        Count(kernel, "datagram").ShouldBe(0);
    }

    [Fact]
    public void One_descriptor_of_another_process_keeps_the_cycle() => KernelReplay.Run(Cycle + """
        [1] fork() = 2
        [1] close(4) = 0
        [1] close(6) = 0
        [2] close(4) = 0
        [1] sendto(3, "y") = 1
        [2] recvmsg(6, [8], 64) = "x" control [SCM_RIGHTS 4]
        [2] recvmsg(4, [8], 64) = "xy" control [SCM_RIGHTS 7]
        """);

    [Fact]
    public void A_socket_in_its_own_queue_is_closed()
    {
        Machine kernel = KernelReplay.Run("""
            [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [1] bind(3, "/s") = 0
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 3 3], "/s") = 1
            [1] sendmsg(3, ["y"], control [SCM_RIGHTS 3], "/s") = 1
            [1] close(3) = 0
            """);

        Count(kernel, "file").ShouldBe(0);
        Count(kernel, "socket").ShouldBe(0);
    }

    [Fact]
    public void What_waits_at_a_connection_that_waits_is_kept() => KernelReplay.Run("""
        [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
        [1] bind(3, "/s") = 0
        [1] listen(3, 1) = 0
        [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 4
        [1] connect(4, "/s") = 0
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]
        [1] sendmsg(4, ["x"], control [SCM_RIGHTS 6]) = 1
        [1] sendmsg(5, ["y"], control [SCM_CREDS]) = 1
        [1] close(6) = 0
        [1] accept(3) = 6
        [1] recvmsg(6, [8], 64) = "x" control [SCM_RIGHTS 7]
        [1] recvmsg(7, [8], 96) = "y" control [SCM_CREDS 1 0 0 0 0]
        """);

    [Fact]
    public void A_listener_in_a_message_at_a_connection_that_waits_for_it_is_closed()
    {
        Machine kernel = KernelReplay.Run("""
            [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
            [1] bind(3, "/s") = 0
            [1] listen(3, 1) = 0
            [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 4
            [1] connect(4, "/s") = 0
            [1] sendmsg(4, ["x"], control [SCM_RIGHTS 3]) = 1
            [1] sendto(4, "y") = 1
            [1] close(3) = 0
            [1] recvfrom(4) = ""
            [1] connect(4, "/s") = -1 ECONNREFUSED
            """);

        Count(kernel, "file").ShouldBe(1);
    }

    [Fact]
    public void A_chain_of_messages_is_followed_to_its_end() => KernelReplay.Run("""
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [5, 6]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [7, 8]
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [9, 10]
        [1] sendmsg(9, ["end"], control [SCM_CREDS]) = 3
        [1] sendmsg(7, ["x"], control [SCM_RIGHTS 10]) = 1
        [1] sendmsg(5, ["x"], control [SCM_RIGHTS 8]) = 1
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 6]) = 1
        [1] close(10) = 0
        [1] close(8) = 0
        [1] close(6) = 0
        [1] recvmsg(4, [8], 64) = "x" control [SCM_RIGHTS 6]
        [1] recvmsg(6, [8], 64) = "x" control [SCM_RIGHTS 8]
        [1] recvmsg(8, [8], 64) = "x" control [SCM_RIGHTS 10]
        [1] recvmsg(10, [8], 96) = "end" control [SCM_CREDS 1 0 0 0 0]
        """);

    private static int Count(Machine kernel, string zone) => kernel.Zones.Single(usage => usage.Name == zone).InUse;
}
