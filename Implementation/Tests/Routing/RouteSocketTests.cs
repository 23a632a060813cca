using Xunit;

namespace Verify.Implementation.Tests.Routing;

/// <summary>Requests to the routing table, and what comes back (S9).</summary>
public sealed class RouteSocketTests
{
    private const string Card = """
        if fxp0 10.0.0.1/24
        if lo0 127.0.0.1/8
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    /// <summary>A route that was changed, as it is reported.</summary>
    private const string Changed = "RTF_GATEWAY|RTF_DONE|RTF_PRCLONING pid 1 mtu 1500 hopcount 3"
        + " dst 10.2.0.0 gateway 10.0.0.8 netmask /16";

    /// <summary>The metrics of TCP over a loopback interface.</summary>
    private const string Metrics = " mtu 16384 recvpipe 49152 sendpipe 49152";

    [Fact]
    public void A_route_is_added_reported_changed_and_deleted() => KernelReplay.Run(Card + $"""
        [1] write(3, route [RTM_ADD flags RTF_GATEWAY seq 7 dst 10.2.9.9 gateway 10.0.0.9 netmask /16]) = 132
        [1] read(3) = route [RTM_ADD flags RTF_GATEWAY|RTF_DONE pid 1 seq 7 dst 10.2.9.9 gateway 10.0.0.9 netmask /16]
        [1] write(3, route [RTM_CHANGE inits 2 hopcount 3 dst 10.2.0.1 gateway 10.0.0.8]) = 124
        [1] read(3) = 124
        [1] write(3, route [RTM_GET addrs 33 dst 10.2.0.1]) = 108
        [1] read(3) = route [RTM_GET index 1 flags RTF_UP|{Changed} ifp link fxp0 1 6 00005e005301 ifa 10.0.0.1]
        [1] write(3, route [RTM_DELETE dst 10.2.0.0 netmask /16]) = 116
        [1] read(3) = route [RTM_DELETE flags {Changed}]
        [1] write(3, route [RTM_DELETE dst 10.2.0.0 netmask /16]) = -1 ESRCH
        """);

    [Theory]
    [InlineData("RTM_ADD dst 10.2.0.0 gateway 10.0.0.1", "EINVAL")]
    [InlineData("RTM_ADD dst 10.2.0.0 netmask /16", "EINVAL")]
    [InlineData("RTM_ADD dst 10.2.0.0 gateway link 1 6 netmask /16", "EINVAL")]
    [InlineData("RTM_ADD flags RTF_GATEWAY dst 10.2.0.0 gateway 10.0.0.9 netmask 255.0.255.0", "EINVAL")]
    [InlineData("RTM_ADD flags RTF_HOST dst 0.0.0.0 gateway 10.0.0.1", "EEXIST")]
    [InlineData("RTM_ADD flags RTF_GATEWAY|RTF_HOST dst 10.0.0.9 gateway 10.0.0.9", "EADDRNOTAVAIL")]
    [InlineData("RTM_ADD dst 10.0.0.0 gateway 10.0.0.1 netmask /24", "EEXIST")]
    [InlineData("RTM_GET dst \"\\x08\\x02\\x00\\x00\\x0a\\x00\\x00\\x01\"", "EINVAL")]
    [InlineData("RTM_GET dst link 1 6", "EAFNOSUPPORT")]
    [InlineData("RTM_GET dst 10.0.0.1 netmask /23", "ESRCH")]
    [InlineData("RTM_IFINFO", "EINVAL")]
    public void Requests_that_are_refused(string request, string error) => KernelReplay.Run(Card + $"""
        [1] write(3, route [{request}]) = -1 {error} received by [1]3
        """);

    [Fact]
    public void A_change_that_would_need_a_mask_is_refused_and_changes_nothing() => KernelReplay.Run(Card + $"""
        [1] write(3, route [RTM_ADD dst 10.2.0.0 gateway 127.0.0.1]) = 124
        [1] write(3, route [RTM_CHANGE dst 10.2.0.0 gateway 10.0.0.1]) = -1 EINVAL
        [1] read(3) = 124
        [1] read(3) = 124
        [1] write(3, route [RTM_GET dst 10.2.0.0]) = 108
        [1] read(3) = route [RTM_GET flags RTF_UP|RTF_DONE|RTF_PRCLONING pid 1{Metrics} dst 10.2.0.0 gateway 127.0.0.1]
        """);

    [Fact]
    public void Who_may_not_send_a_message_is_not_heard() => KernelReplay.Run(Card + """
        [1] fork() = 2
        [2] seteuid(5) = 0
        [2] write(3, "abcd") = -1 EINVAL received by nobody
        [2] write(3, route [RTM_DELETE dst 10.0.0.0 netmask /24]) = -1 EPERM received by nobody
        [2] write(3, route [RTM_GET dst 10.0.0.0 netmask /24]) = 116 received by [1]3
        """);

    [Fact]
    public void A_sleeping_receiver_is_woken() => KernelReplay.Run(Card + """
        [1] fork() = 2
        [2] read(3 <unfinished ...>
        [1] ioctl(4, SIOCSIFFLAGS, "lo0", 0x0) = 0
        [2] <... read resumed>) = route [RTM_DELETE index 2 flags RTF_HOST|RTF_LOCAL dst 127.0.0.1 gateway 127.0.0.1]
        """);

    [Fact]
    public void Nobody_hears_while_there_is_no_routing_socket_and_the_family_is_forgotten() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [1] ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = 0 received by nobody
        [1] socket(AF_ROUTE, SOCK_RAW, 2) = 4
        [1] write(4, "abcd") = -1 EINVAL received by nobody
        """);
}
