using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Passing descriptors to other processes, into a prison and out of it (J8, G1).</summary>
[Trait("Requirement", "J8")]
[Trait("Requirement", "G1")]
public sealed class PassedDescriptorTests
{
    /// <summary>Processes 1 on the host and 2 in a prison share a pair.</summary>
    private const string Host = """
        dir "/a" 0755 0 0
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] fork() = 2
        [2] jail("/a", "a", 10.0.0.2) = 0

        """;

    [Theory]
    [InlineData("AF_INET, SOCK_DGRAM, 0")]
    [InlineData("AF_INET, SOCK_RAW, 0")]
    [InlineData("AF_IPX, SOCK_DGRAM, 0")]
    public void A_socket_with_addresses_stays_on_the_host(string socket) => KernelReplay.Run(Host + $"""
        [1] socket({socket}) = 5
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [2] recvmsg(4, [1], 16) = -1 EPERM
        """);

    [Fact]
    public void A_socket_with_addresses_stays_in_its_prison() => KernelReplay.Run(Host + """
        [2] socket(AF_INET, SOCK_STREAM, 0) = 5
        [2] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [1] recvmsg(4, [1], 16) = -1 EPERM
        [2] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [2] fork() = 3
        [2] close(5) = 0
        [3] close(5) = 0
        [3] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
        [3] bind(5, 0.0.0.0:80) = -1 EADDRNOTAVAIL
        """);

    [Fact]
    public void A_local_or_routing_socket_goes_anywhere_and_keeps_its_prison() => KernelReplay.Run(Host + """
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 5
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
        [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 6
        [2] sendmsg(4, ["x"], control [SCM_RIGHTS 6]) = 1
        [1] recvmsg(3, [1], 16) = "x" control [SCM_RIGHTS 6]
        [2] exit(0) = 0
        """);

    [Fact]
    public void The_receivers_limit_counts() => KernelReplay.Run(Host + """
        [2] setrlimit(6, 6) = 0
        [1] open("/a", O_RDONLY, 00) = 5
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 0]) = 1
        [2] recvmsg(4, [1], 16) = -1 EMSGSIZE
        [2] close(1) = 0
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 0]) = 1
        [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 1]
        [2] read(1) = -1 EAGAIN
        """);

    [Fact]
    public void The_last_socket_of_a_prison_keeps_it_alive() => KernelReplay.Run("""
        tunable debug.maxprisons=1
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3
        [3] jail("/", "a", 10.0.0.2) = 0
        [3] socket(AF_LOCAL, SOCK_STREAM, 0) = 5
        [3] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
        [1] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
        [3] exit(0) = 0
        [2] jail("/", "b", 10.0.0.2) = -1 ENOMEM
        [1] close(5) = 0
        [2] jail("/", "b", 10.0.0.2) = 0
        """);
}
