using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>Groups: the options, memberships, what leaves, and who receives (S11).</summary>
public sealed class MulticastTests
{
    private const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2/32
        if fxp1 192.168.1.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0

        """;

    private const string InPrison = """
        if fxp0 10.0.0.1/24 10.0.0.2/32
        dir "/jail" 0755 0 0
        [1] fork() = 2
        [2] jail("/jail", "a.example", 10.0.0.2) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3

        """;

    [Fact]
    public void A_member_on_the_interface_is_needed_but_any_socket_at_the_port_receives() =>
        KernelReplay.Run(Host + """
            [1] bind(3, 0.0.0.0:53) = 0
            [1] bind(4, 224.0.0.9:53) = 0
            [wire] udp(10.0.0.9:1, 224.0.0.9:53, "a") = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 192.168.1.1) = 0
            [wire] udp(10.0.0.9:1, 224.0.0.9:53, "b") = 0
            [wire] udp(192.0.2.7:1, 224.0.0.9:53, "b") = 0
            [wire] udp(192.168.1.9:1, 224.0.0.9:53, "c") = 0 received by [1]4 received by [1]3
            [wire] udp(192.168.1.9:1, 224.0.0.9:54, "c") = 0
            [1] recvfrom(3) = "c" from 192.168.1.9:1
            [1] recvfrom(4) = "c" from 192.168.1.9:1
            [wire] udp(10.0.0.9:1, 224.0.0.1:53, "d") = 0 received by [1]3
            [1] connect(4, 192.168.1.9:2) = 0
            [1] close(3) = 0
            [wire] udp(192.168.1.9:2, 224.0.0.9:53, "e") = 0
            """);

    [Fact]
    public void The_search_ends_with_a_socket_that_does_not_share_its_port() => KernelReplay.Run(Host + """
        [1] bind(3, 0.0.0.0:53) = 0
        [1] bind(4, 224.0.0.1:53) = 0
        [1] setsockopt(4, SO_REUSEPORT, 0) = 0
        [wire] udp(10.0.0.9:1, 224.0.0.1:53, "a") = 0 received by [1]4
        [wire] udp(10.0.0.9:1, 10.0.0.2:53, "b") = 0 received by [1]3
        """);

    [Fact]
    public void A_full_buffer_drops_its_copy_only() =>
        KernelReplay.Run("tunable net.inet.udp.recvspace=40\n" + Host + """
            [1] bind(3, 0.0.0.0:53) = 0
            [1] bind(4, 224.0.0.1:53) = 0
            [wire] udp(10.0.0.9:1, 10.0.0.1:53, "abcdefghi") = 0 received by [1]3
            [wire] udp(10.0.0.9:1, 224.0.0.1:53, "b") = 0 received by [1]4
            """);

    [Fact]
    public void A_copy_is_looped_back_to_members_unless_the_sender_forbids_it() => KernelReplay.Run(Host + """
        [1] bind(3, 0.0.0.0:53) = 0
        [1] sendto(4, "a", 224.0.0.9:53) = 1 sent 10.0.0.1:1024 > 224.0.0.9:53
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
        [1] sendto(4, "b", 224.0.0.9:53) = 1 sent 10.0.0.1:1024 > 224.0.0.9:53 received by [1]3
        [1] sendto(3, "c", 224.0.0.9:1024) = 1 sent 10.0.0.1:53 > 224.0.0.9:1024 received by [1]4
        [1] sendto(3, "c", 224.0.0.9:53) = 1 sent 10.0.0.1:53 > 224.0.0.9:53 received by [1]3
        [1] setsockopt(4, IP_MULTICAST_LOOP, 0) = 0
        [1] getsockopt(4, IP_MULTICAST_LOOP) = 0
        [1] sendto(4, "d", 224.0.0.9:53) = 1 sent 10.0.0.1:1024 > 224.0.0.9:53
        [1] setsockopt(4, IP_MULTICAST_LOOP, 7) = 0
        [1] getsockopt(4, IP_MULTICAST_LOOP) = 1
        [1] setsockopt(4, IP_MULTICAST_TTL, 0) = 0
        [1] sendto(4, "e", 224.0.0.9:53) = 1 received by [1]3
        [1] setsockopt(4, IP_MULTICAST_IF, 127.0.0.1) = 0
        [1] setsockopt(4, IP_MULTICAST_TTL, 255) = 0
        [1] sendto(4, "f", 224.0.0.9:53) = 1
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0
        [1] sendto(4, "g", 224.0.0.9:53) = 1 received by [1]3
        [1] recvfrom(3) = "b" from 10.0.0.1:1024
        [1] recvfrom(3) = "c" from 10.0.0.1:53
        [1] recvfrom(3) = "e" from 10.0.0.1:1024
        [1] recvfrom(3) = "g" from 127.0.0.1:1024
        [1] recvfrom(3) = -1 EAGAIN
        """);

    [Fact]
    public void The_interface_chosen_sends_and_gives_the_source_address() => KernelReplay.Run(Host + """
        [1] setsockopt(3, IP_MULTICAST_IF, 192.168.1.1) = 0
        [1] sendto(3, "a", 224.0.0.9:53) = 1 sent 192.168.1.1:1024 > 224.0.0.9:53
        [1] sendto(3, "a", 192.0.2.7:53) = 1 sent 10.0.0.1:1024 > 192.0.2.7:53
        [1] getsockname(3) = 0.0.0.0:1024
        [1] connect(3, 224.0.0.9:53) = 0
        [1] getsockname(3) = 192.168.1.1:1024
        [1] sendto(3, "b") = 1 sent 192.168.1.1:1024 > 224.0.0.9:53
        [1] setsockopt(4, IP_MULTICAST_IF, 10.0.0.2) = 0
        [1] getsockopt(4, IP_MULTICAST_IF) = 10.0.0.1:0
        [1] setsockopt(4, IP_MULTICAST_IF, 10.0.0.9) = -1 EADDRNOTAVAIL
        [1] getsockopt(4, IP_MULTICAST_IF) = 10.0.0.1:0
        [1] setsockopt(4, IP_MULTICAST_IF, 0.0.0.0) = 0
        [1] getsockopt(4, IP_MULTICAST_IF) = 0.0.0.0:0
        """);

    [Fact]
    public void A_route_is_needed_even_if_the_interface_is_chosen() => KernelReplay.Run("""
        if lo0 127.0.0.1/8
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, IP_MULTICAST_IF, 127.0.0.1) = 0
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0
        [1] sendto(3, "a", 224.0.0.9:53) = -1 EHOSTUNREACH
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 EADDRNOTAVAIL
        [wire] udp(192.0.2.7:1, 224.0.0.1:1024, "a") = 0
        [wire] udp(192.0.2.7:1, 255.255.255.255:1024, "a") = 0
        """);

    [Fact]
    public void Options_have_ranges_defaults_and_a_protocol() => KernelReplay.Run(Host + """
        [1] getsockopt(3, IP_MULTICAST_TTL) = 1
        [1] setsockopt(3, IP_MULTICAST_TTL, 256) = -1 EINVAL
        [1] setsockopt(3, IP_MULTICAST_TTL, -1) = -1 EINVAL
        [1] setsockopt(3, IP_MULTICAST_TTL, 255) = 0
        [1] getsockopt(3, IP_MULTICAST_TTL) = 255
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 1) = -1 EINVAL
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 1) = -1 EINVAL
        [1] getsockopt(3, IP_ADD_MEMBERSHIP) = -1 ENOPROTOOPT
        [1] getsockopt(3, IP_DROP_MEMBERSHIP) = -1 ENOPROTOOPT
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]
        [1] setsockopt(5, IP_MULTICAST_TTL, 1) = -1 ENOPROTOOPT
        [1] getsockopt(5, IP_MULTICAST_TTL) = -1 ENOPROTOOPT
        [1] setsockopt(5, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 ENOPROTOOPT
        [1] socket(AF_INET, SOCK_STREAM, 0) = 7
        [1] setsockopt(7, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = 0
        [1] bind(3, 0.0.0.0:53) = 0
        [wire] udp(10.0.0.9:1, 224.0.0.9:53, "a") = 0 received by [1]3
        [1] connect(7, 10.0.0.1:99) = -1 ECONNREFUSED
        [wire] udp(10.0.0.9:1, 224.0.0.9:53, "a") = 0
        [1] setsockopt(7, IP_MULTICAST_TTL, 1) = -1 ECONNRESET
        [1] getsockopt(7, IP_MULTICAST_TTL) = -1 ECONNRESET
        [1] setsockopt(7, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 ECONNRESET
        """);

    [Fact]
    public void Joining_and_leaving_fail_in_order() => KernelReplay.Run(Host + """
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 10.0.0.9, 10.0.0.9) = -1 EINVAL
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.9) = -1 EADDRNOTAVAIL
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 192.168.1.1) = 0
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.2) = 0
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRINUSE
        [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 EADDRINUSE
        [1] setsockopt(4, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 10.0.0.9, 10.0.0.9) = -1 EINVAL
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.9) = -1 EADDRNOTAVAIL
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.8, 10.0.0.1) = -1 EADDRNOTAVAIL
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 192.168.1.1) = -1 EADDRNOTAVAIL
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.2) = 0
        [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 EADDRNOTAVAIL
        [1] setsockopt(4, IP_DROP_MEMBERSHIP, 224.0.0.1, 0.0.0.0) = -1 EADDRNOTAVAIL
        """);

    [Fact]
    public void A_socket_has_at_most_20_memberships()
    {
        string joins = string.Concat(Enumerable.Range(1, 20).Select(last =>
            $"[1] setsockopt(3, IP_ADD_MEMBERSHIP, 225.0.0.{last}, 10.0.0.1) = 0\n"));
        Machine kernel = KernelReplay.Run(Host + joins + """
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 225.0.0.20, 10.0.0.1) = -1 EADDRINUSE
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 225.0.0.21, 10.0.0.1) = -1 ETOOMANYREFS
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 225.0.0.7, 10.0.0.1) = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 225.0.0.21, 10.0.0.1) = 0
            [1] close(3) = 0
            [1] close(4) = 0
            """);

        kernel.Zones.Where(zone => zone.Name is "ip_moptions" or "in_multi").ShouldAllBe(zone => zone.InUse == 0);
    }

    [Fact]
    public void A_prison_may_name_only_its_own_address_and_sees_no_other() => KernelReplay.Run(InPrison + """
        [2] setsockopt(3, IP_MULTICAST_IF, 10.0.0.1) = -1 EADDRNOTAVAIL
        [2] setsockopt(3, IP_ADD_MEMBERSHIP, 10.0.0.9, 10.0.0.1) = -1 EINVAL
        [2] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRNOTAVAIL
        [2] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
        [2] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRNOTAVAIL
        [2] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.2) = 0
        [2] getsockopt(3, IP_MULTICAST_IF) = 0.0.0.0:0
        [2] setsockopt(3, IP_MULTICAST_IF, 10.0.0.2) = 0
        [2] getsockopt(3, IP_MULTICAST_IF) = 10.0.0.2:0
        [2] sendto(3, "a", 224.0.0.1:1024) = 1 sent 10.0.0.2:1024 > 224.0.0.1:1024
        """);

    [Fact]
    public void An_unbound_socket_of_the_host_receives_at_port_0_and_one_of_a_prison_does_not() =>
        KernelReplay.Run(InPrison + """
            [wire] udp(10.0.0.9:1, 224.0.0.1:0, "a") = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [wire] udp(10.0.0.9:1, 224.0.0.1:0, "a") = 0 received by [1]3
            """);

    [Fact]
    public void A_connection_does_not_inherit_memberships() => KernelReplay.Run(Host + """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] setsockopt(5, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = 0
        [1] bind(5, 10.0.0.1:80) = 0
        [1] listen(5, 5) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]5
        [1] accept(5) = 6 from 10.0.0.9:1
        [1] setsockopt(6, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRNOTAVAIL
        """);
}
