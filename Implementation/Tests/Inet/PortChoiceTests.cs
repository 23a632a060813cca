using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>P1, P3, P4 and H3: the port of an implicit bind, and the state after none is found.</summary>
public sealed class PortChoiceTests
{
    [Fact]
    public void Each_range_and_protocol_has_its_own_cursor() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 0.0.0.0:0) = 0
        [1] getsockname(3) = 0.0.0.0:1024
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0
        [1] bind(4, 0.0.0.0:0) = 0
        [1] getsockname(4) = 0.0.0.0:1023
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_HIGH) = 0
        [1] bind(5, 0.0.0.0:0) = 0
        [1] getsockname(5) = 0.0.0.0:49152
        [1] socket(AF_INET, SOCK_STREAM, 0) = 6
        [1] bind(6, 0.0.0.0:0) = 0
        [1] getsockname(6) = 0.0.0.0:1024
        [1] close(3) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 0.0.0.0:0) = 0
        [1] getsockname(3) = 0.0.0.0:1025
        """);

    [Fact]
    public void A_full_range_leaves_the_socket_unbound_until_a_port_is_free() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        sysctl net.inet.ip.portrange.last=1025
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:0) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] bind(4, 10.0.0.1:0) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] bind(5, 10.0.0.1:0) = -1 EAGAIN
        [1] getsockname(5) = 0.0.0.0:0
        [1] close(3) = 0
        [1] bind(5, 10.0.0.1:0) = 0
        [1] getsockname(5) = 10.0.0.1:1024
        """);

    [Fact]
    public void Without_memory_for_a_port_head_the_bind_is_undone() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        tunable debug.maxportheads=1
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] bind(4, 10.0.0.1:53) = -1 EAGAIN
        [1] getsockname(4) = 0.0.0.0:0
        [1] bind(4, 10.0.0.1:0) = -1 EAGAIN
        [1] getsockname(4) = 0.0.0.0:0
        [1] close(3) = 0
        [1] bind(4, 10.0.0.1:0) = 0
        [1] getsockname(4) = 10.0.0.1:1025
        """);

    [Fact]
    public void The_low_range_needs_privilege_and_leaves_no_address_without_it() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0
        [1] setuid(5) = 0
        [1] bind(3, 10.0.0.1:0) = -1 EPERM
        [1] getsockname(3) = 0.0.0.0:0
        [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_DEFAULT) = 0
        [1] bind(3, 10.0.0.1:0) = 0
        """);
}
