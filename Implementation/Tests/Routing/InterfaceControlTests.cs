using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Routing;

/// <summary>Interfaces whose addresses and flags change (S7, J3).</summary>
public sealed class InterfaceControlTests
{
    private const string Cards = """
        if fxp0 10.0.0.1/24
        if fxp1 192.168.7.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3

        """;

    [Fact]
    public void An_address_serves_until_it_is_deleted() => KernelReplay.Run(Cards + """
        [1] ioctl(3, SIOCAIFADDR, "fxp1", 10.5.0.1/16) = 0
        [1] sendto(3, "a", 10.5.0.9:53) = 1 sent 10.5.0.1:1024 > 10.5.0.9:53
        [1] ioctl(3, SIOCDIFADDR, "fxp1", 10.5.0.1) = 0
        [1] sendto(3, "a", 10.5.0.9:53) = 1 sent 10.0.0.1:1024 > 10.5.0.9:53
        [wire] udp(10.5.0.9:9, 10.5.0.1:1024, "b") = -1 EHOSTUNREACH
        """);

    [Fact]
    public void A_route_keeps_an_address_that_is_gone() => KernelReplay.Run(Cards + """
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        [1] write(4, route [RTM_ADD flags RTF_STATIC dst 10.5.0.0 gateway 192.168.7.1 netmask /16]) = 132
        [1] ioctl(3, SIOCDIFADDR, "fxp1", 192.168.7.1) = 0
        [1] sendto(3, "a", 10.5.0.9:53) = 1 sent 192.168.7.1:1024 > 10.5.0.9:53
        [1] write(4, route [RTM_DELETE dst 10.5.0.0 netmask /16]) = 116
        [1] sendto(3, "a", 10.5.0.9:53) = 1 sent 10.0.0.1:1024 > 10.5.0.9:53
        """);

    [Fact]
    public void A_card_that_is_down_neither_sends_nor_hears() => KernelReplay.Run(Cards + """
        [1] bind(3, 0.0.0.0:53) = 0
        [1] ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = 0
        [1] sendto(3, "a", 192.0.2.7:53) = -1 ENETDOWN sent nothing
        [wire] udp(192.0.2.7:9, 10.0.0.1:53, "a") = -1 EHOSTUNREACH received by nobody
        [wire] udp(192.168.7.9:9, 10.0.0.1:53, "a") = 0 received by [1]3
        [1] ioctl(3, SIOCSIFFLAGS, "fxp0", IFF_UP) = 0
        [wire] udp(192.0.2.7:9, 10.0.0.1:53, "a") = 0 received by [1]3
        """);

    [Fact]
    public void Refused_destinations_and_black_holes() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        if lo0 127.0.0.1/8
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] write(3, route [RTM_ADD flags RTF_GATEWAY|RTF_REJECT dst 10.2.0.0 gateway 127.0.0.1 netmask /16]) = 132
        [1] write(3, route [RTM_ADD flags RTF_GATEWAY|RTF_BLACKHOLE dst 10.3.0.0 gateway 127.0.0.1 netmask /16]) = 132
        [1] sendto(4, "a", 10.2.0.9:53) = -1 EHOSTUNREACH sent nothing
        [1] sendto(4, "a", 10.3.0.9:53) = 1 sent nothing
        [1] setsockopt(4, SO_BROADCAST, 1) = 0
        [1] write(3, route [RTM_ADD flags RTF_GATEWAY|RTF_HOST dst 255.255.255.255 gateway 127.0.0.1]) = 124
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] connect(5, 10.3.0.9:53) = -1 ETIMEDOUT sent nothing
        """);

    [Fact]
    public void Equal_states_have_equal_digests_and_different_ones_do_not()
    {
        UInt128 before = KernelReplay.DigestAfter(Cards);
        UInt128 again = KernelReplay.DigestAfter(Cards + """
            [1] ioctl(3, SIOCAIFADDR, "fxp1", 10.5.0.1/16) = 0
            [1] ioctl(3, SIOCDIFADDR, "fxp1", 10.5.0.1) = 0
            [1] ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = 0
            [1] ioctl(3, SIOCSIFFLAGS, "fxp0", IFF_UP) = 0
            """);
        again.ShouldBe(before);
        foreach (string change in (string[])
            [
                """[1] ioctl(3, SIOCAIFADDR, "fxp1", 10.5.0.1/16) = 0""",
                """[1] ioctl(3, SIOCDIFADDR, "fxp1", 192.168.7.1) = 0""",
                """[1] ioctl(3, SIOCSIFFLAGS, "fxp0", IFF_UP|IFF_DEBUG) = 0""",
            ])
        {
            KernelReplay.DigestAfter(Cards + change).ShouldNotBe(before, change);
        }
    }
}
