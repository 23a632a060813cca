using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Passing descriptors to other processes, into a prison and out of it (J8, G1).</summary>
[Trait("Requirement", "J8")]
[Trait("Requirement", "G1")]
public sealed class PassedDescriptorTests
{
    private const string Host = """
        dir "/a" 0755 0 0
        [1] fork() = 2
        [2] jail("/a", "a", 10.0.0.2) = 0

        """;

    [Fact]
    public void A_socket_with_addresses_stays_in_its_prison_or_on_the_host() => KernelReplay.Run(Host + """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] passfd(3, 2) = -1 EPERM
        [1] socket(AF_INET, SOCK_RAW, 0) = 4
        [1] passfd(4, 2) = -1 EPERM
        [1] socket(AF_IPX, SOCK_DGRAM, 0) = 5
        [1] passfd(5, 2) = -1 EPERM
        [2] socket(AF_INET, SOCK_STREAM, 0) = 3
        [2] fork() = 3
        [2] passfd(3, 3) = 4
        [3] bind(4, 0.0.0.0:80) = -1 EADDRNOTAVAIL
        """);

    [Fact]
    public void A_local_or_routing_socket_goes_anywhere_and_keeps_its_prison() => KernelReplay.Run(Host + """
        [2] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
        [2] passfd(3, 2) = 4
        [2] passfd(9, 99) = -1 EBADF
        [2] fork() = 3
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 3
        [1] passfd(3, 2) = 5
        [1] fork() = 4
        [4] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4
        [4] passfd(4, 1) = 4
        [3] exit(0) = 0
        [2] exit(0) = 0
        """);

    [Fact]
    public void The_receivers_limit_counts() => KernelReplay.Run(Host + """
        [2] setrlimit(4, 4) = 0
        [1] open("/a", O_RDONLY, 00) = 3
        [1] passfd(3, 2) = 3
        [1] passfd(0, 2) = -1 EMFILE
        [2] close(1) = 0
        [1] passfd(0, 2) = 1
        [2] read(1) = -1 EAGAIN
        """);

    [Fact]
    public void The_last_socket_of_a_prison_keeps_it_alive() => KernelReplay.Run("""
        tunable debug.maxprisons=1
        [1] fork() = 2
        [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
        [1] fork() = 3
        [3] close(3) = 0
        [3] jail("/", "a", 10.0.0.2) = 0
        [3] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
        [1] jail("/", "b", 10.0.0.2) = -1 ENOMEM
        [3] exit(0) = 0
        [1] jail("/", "b", 10.0.0.2) = 0
        """);
}
