using Shouldly;
using Verify.Abi;
using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>G7: the resources of a process are freed with it.</summary>
public sealed class LifetimeTests
{
    private const string Busy = """
        if fxp0 10.0.0.1/24 10.0.0.2/32
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [2] fork() = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [2] socket(AF_INET, SOCK_STREAM, 0) = 3
        [2] connect(3, 10.0.0.1:80) = 0 sent 10.0.0.2:1024 > 10.0.0.1:80 received by [1]3
        [3] socket(AF_INET, SOCK_STREAM, 0) = 3
        [3] connect(3, 10.0.0.1:80) = 0 sent 10.0.0.2:1025 > 10.0.0.1:80 received by [1]3
        [1] accept(3) = 4 from 10.0.0.2:1024
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [3] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [3] bind(4, 0.0.0.0:53) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] sendto(5, "a", 10.0.0.2:53) = 1 sent 10.0.0.2:1024 > 10.0.0.2:53 received by [3]4
        """;

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void After_all_other_processes_have_exited_every_zone_is_as_at_boot(params int[] order)
    {
        Machine kernel = KernelReplay.Run(Busy);
        kernel.Zones.ShouldContain(zone => zone.InUse > 0);

        foreach (int pid in order)
        {
            kernel.Execute(new Call.Exit(pid, 0)).ShouldBe(Outcome.Ok);
            kernel.Audit().ShouldBeNull();
        }

        for (int fd = 3; fd <= 5; fd++)
        {
            kernel.Execute(new Call.Close(1, fd)).ShouldBe(Outcome.Ok);
        }

        kernel.Zones.ShouldBe(new Machine(new World()).Zones);
        kernel.Sockstat([]).ShouldBe(0);
    }

    [Fact]
    public void The_machine_panics_if_process_1_exits() => KernelReplay.Run(Busy + "\n" + """
        [1] exit(0) = panic("Going nowhere without my init!")
        [2] exit(0) = panic("Going nowhere without my init!")
        [3] getsockname(4) = panic("Going nowhere without my init!")
        [9] fork() = panic("Going nowhere without my init!")
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = panic("Going nowhere without my init!")
        """);

    [Fact]
    public void Closing_a_listener_resets_the_peers_of_queued_connections_only() => KernelReplay.Run(Busy + "\n" + """
        [1] close(3) = 0
        [2] getpeername(3) = 10.0.0.1:80
        [3] getpeername(3) = -1 ENOTCONN
        [3] getsockname(3) = -1 EINVAL
        [1] getpeername(4) = 10.0.0.2:1024
        """);

    [Fact]
    public void A_queued_connection_whose_peer_has_closed_keeps_its_place() => KernelReplay.Run(Busy + "\n" + """
        [3] exit(0) = 0
        [1] accept(3) = 6 from 10.0.0.2:1025
        [1] getpeername(6) = 10.0.0.2:1025
        [1] close(6) = 0
        [1] accept(3) = 6 from 10.0.0.9:1
        [1] ioctl(3, FIONBIO, 1) = 0
        [1] accept(3) = -1 EAGAIN
        """);

    [Fact]
    public void A_socket_lives_as_long_as_a_descriptor_refers_to_it() => KernelReplay.Run(Busy + "\n" + """
        [3] fork() = 4
        [3] exit(0) = 0
        [4] recvfrom(4) = "a" from 10.0.0.2:1024
        [4] getsockname(4) = 10.0.0.2:53
        [1] bind(5, 0.0.0.0:53) = -1 EINVAL
        [4] close(4) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 6
        [1] bind(6, 10.0.0.2:53) = 0
        """);

    [Fact]
    public void A_socket_that_cannot_be_created_leaves_nothing_allocated() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        tunable kern.ipc.maxsockets=2
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] listen(3, 5) = 0
        [1] getsockname(3) = 0.0.0.0:1024
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] socket(AF_INET, SOCK_STREAM, 0) = -1 ENOBUFS
        [1] connect(4, 10.0.0.1:1024) = -1 ETIMEDOUT sent 10.0.0.1:1025 > 10.0.0.1:1024
        [1] close(4) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:1024) = 0 received by [1]3
        """);
}
