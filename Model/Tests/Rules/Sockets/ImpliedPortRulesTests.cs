using Shouldly;
using Verify.Abi;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class ImpliedPortRulesTests
{
    private const string Up = SpecDriver.Host;

    private const string Down = """
        if fxp0 10.0.0.1/24
        sysctl net.inet.ip.portrange.first=2002
        sysctl net.inet.ip.portrange.last=2000

        """;

    private const string Range = "IP_PORTRANGE";

    [Theory]
    [InlineData(Up, 2000, 2001, 2002)]
    [InlineData(Down, 2002, 2001, 2000)]
    public void Ports_come_in_the_ranges_order_and_then_run_out(string header, int first, int second, int third)
    {
        SpecDriver driver = new(header);
        Open(driver, 3, 4, 5, 6);
        Bind(driver, 3, first);
        Bind(driver, 4, second);
        Bind(driver, 5, third);
        driver.Allows("[1] bind(6, 0.0.0.0:0) = -1 EAGAIN").By("P4.exhausted")
            .Allows("[1] getsockname(6) = 0.0.0.0:0\n[1] close(4) = 0");
        Bind(driver, 6, second);
    }

    [Theory]
    [InlineData("hi", "HIGH", 49152, 49153, 49152, "P3.high-up")]
    [InlineData("hi", "HIGH", 49153, 49152, 49153, "P3.high-down")]
    [InlineData("low", "LOW", 600, 601, 600, "P3.low-up")]
    [InlineData("low", "LOW", 601, 600, 601, "P3.low-down")]
    public void Other_ranges_count_both_ways(
        string prefix, string range, int first, int last, int port, string rule)
    {
        SpecDriver driver = new SpecDriver().Allows($"""
            [1] sysctl("net.inet.ip.portrange.{prefix}first", {first}) = 0
            [1] sysctl("net.inet.ip.portrange.{prefix}last", {last}) = 0
            """);
        Open(driver, 3);
        driver.Allows($"[1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_{range}) = 0")
            .Allows("[1] bind(3, 0.0.0.0:0) = 0").By(rule)
            .Allows($"[1] getsockname(3) = 0.0.0.0:{port}");
    }

    [Theory]
    [InlineData(Up, 2000, 2001)]
    [InlineData(Down, 2002, 2001)]
    public void A_freed_port_is_reused_only_after_the_others(string header, int first, int second)
    {
        SpecDriver driver = new(header);
        Open(driver, 3);
        Bind(driver, 3, first);
        driver.Allows("[1] close(3) = 0");
        Open(driver, 3);
        Bind(driver, 3, second);
    }

    [Fact]
    public void Taken_ports_are_skipped()
    {
        SpecDriver driver = new();
        Open(driver, 3, 4);
        driver.Allows("[1] bind(3, 10.0.0.2:2000) = 0");
        Bind(driver, 4, 2001);
    }

    [Theory]
    [InlineData("0.0.0.0", 2001)]
    [InlineData("10.0.0.1", 2000)]
    public void A_port_is_in_use_if_it_conflicts_with_the_local_address(string local, int port)
    {
        SpecDriver driver = new();
        Open(driver, 3, 4);
        driver.Allows($"[1] bind(3, 10.0.0.2:2000) = 0\n[1] bind(4, {local}:0) = 0")
            .Allows($"[1] getsockname(4) = {local}:{port}");
    }

    [Fact]
    public void With_a_reuse_option_only_the_same_address_conflicts()
    {
        SpecDriver driver = new();
        Open(driver, 3, 4);
        driver.Allows("[1] bind(3, 10.0.0.2:2000) = 0\n[1] setsockopt(4, SO_REUSEADDR, 1) = 0");
        Bind(driver, 4, 2000);
    }

    [Fact]
    public void A_cursor_outside_a_new_range_starts_at_its_first_port()
    {
        SpecDriver driver = new();
        Open(driver, 3, 4);
        Bind(driver, 3, 2000);
        driver.Allows("""
            [1] sysctl("net.inet.ip.portrange.first", 3000) = 0
            [1] sysctl("net.inet.ip.portrange.last", 3005) = 0
            """);
        Bind(driver, 4, 3000);
    }

    [Fact]
    public void Each_range_and_protocol_has_its_own_cursor() =>
        new SpecDriver().Allows($"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:0) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(4, {Range}, 1) = 0
            [1] bind(4, 0.0.0.0:0) = 0
            [1] getsockname(4) = 0.0.0.0:49152
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            [1] setsockopt(5, {Range}, 2) = 0
            [1] bind(5, 0.0.0.0:0) = 0
            [1] getsockname(5) = 0.0.0.0:1023
            [1] socket(AF_INET, SOCK_STREAM, 0) = 6
            [1] bind(6, 0.0.0.0:0) = 0
            [1] getsockname(6) = 0.0.0.0:2000
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 7
            [1] bind(7, 0.0.0.0:0) = 0
            [1] getsockname(7) = 0.0.0.0:2001
            """);

    [Theory]
    [InlineData("SOCK_DGRAM", "bind(3, 10.0.0.1:0)")]
    [InlineData("SOCK_DGRAM", "connect(3, 10.0.0.1:9)")]
    [InlineData("SOCK_DGRAM", "sendto(3, \"a\", 10.0.0.1:9)")]
    [InlineData("SOCK_STREAM", "listen(3, 1)")]
    [InlineData("SOCK_STREAM", "connect(3, 10.0.0.9:9)")]
    public void The_low_range_is_for_the_superuser(string type, string call) =>
        new SpecDriver().Allows($"""
            [1] setuid(5) = 0
            [1] socket(AF_INET, {type}, 0) = 3
            [1] setsockopt(3, {Range}, 2) = 0
            [1] {call} = -1 EPERM
            """).By("P1.low-denied").Allows("[1] getsockname(3) = 0.0.0.0:0");

    [Fact]
    public void A_jailed_superuser_may_use_the_low_range() =>
        new SpecDriver().Allows($"""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, {Range}, 2) = 0
            [1] bind(3, 0.0.0.0:0) = 0
            [1] getsockname(3) = 10.0.0.2:1023
            """);

    [Fact]
    public void A_failed_search_leaves_the_cursor_where_it_started()
    {
        SpecDriver driver = new();
        Open(driver, 3, 4, 5, 6);
        driver.Allows("""
            [1] bind(3, 0.0.0.0:0) = 0
            [1] bind(4, 10.0.0.1:2001) = 0
            [1] bind(5, 10.0.0.1:2002) = 0
            [1] bind(6, 0.0.0.0:0) = -1 EAGAIN
            """);
        Cursor(driver).ShouldBe((ushort)2000);
    }

    [Fact]
    public void A_port_without_memory_still_moves_the_cursor()
    {
        SpecDriver driver = new(SpecDriver.Host + "tunable debug.maxportheads=1\n");
        Open(driver, 3, 4);
        Bind(driver, 3, 2000);
        driver.Allows("[1] bind(4, 0.0.0.0:0) = -1 EAGAIN").By("H3.no-memory")
            .Allows("[1] getsockname(4) = 0.0.0.0:0");
        Cursor(driver).ShouldBe((ushort)2001);
    }

    private static ushort Cursor(SpecDriver driver) =>
        driver.State.CursorOf(Protocol.Udp, PortRangeOption.IP_PORTRANGE_DEFAULT);

    private static void Open(SpecDriver driver, params int[] descriptors)
    {
        foreach (int fd in descriptors)
        {
            driver.Allows($"[1] socket(AF_INET, SOCK_DGRAM, 0) = {fd}");
        }
    }

    private static void Bind(SpecDriver driver, int fd, int port) =>
        driver.Allows($"[1] bind({fd}, 0.0.0.0:0) = 0\n[1] getsockname({fd}) = 0.0.0.0:{port}");
}
