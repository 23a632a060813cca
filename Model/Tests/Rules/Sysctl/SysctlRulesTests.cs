using Shouldly;
using Verify.Abi;
using Xunit;

namespace Verify.Model.Tests.Rules.Sysctl;

public sealed class SysctlRulesTests
{
    private const string Interface = "if fxp0 10.0.0.1/24\n";

    [Theory]
    [InlineData("first", 1024)]
    [InlineData("last", 5000)]
    [InlineData("hifirst", 49152)]
    [InlineData("hilast", 65535)]
    [InlineData("lowfirst", 1023)]
    [InlineData("lowlast", 600)]
    public void The_defaults_are_FreeBSDs(string name, int value) =>
        new SpecDriver(Interface).Allows($"""[1] sysctl("net.inet.ip.portrange.{name}") = {value}""");

    [Theory]
    [InlineData("first", 1023, 1024)]
    [InlineData("last", 65536, 65535)]
    [InlineData("hilast", int.MaxValue, 65535)]
    [InlineData("hifirst", int.MinValue, 1024)]
    [InlineData("lowfirst", 1024, 1023)]
    [InlineData("lowlast", 0, 1)]
    public void A_write_is_clamped(string name, int written, int value) =>
        new SpecDriver(Interface).Allows($"""
            [1] sysctl("net.inet.ip.portrange.{name}", {written}) = 0
            [1] sysctl("net.inet.ip.portrange.{name}") = {value}
            """);

    [Fact]
    public void Writing_is_for_the_hosts_superuser_and_reading_for_everybody() =>
        new SpecDriver().Allows("""
            [1] sysctl("kern.nothing") = -1 ENOENT
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] sysctl("kern.nothing", 1) = -1 ENOENT
            [2] sysctl("net.inet.ip.portrange.last", 3000) = -1 EPERM
            [2] sysctl("net.inet.ip.portrange.last") = 2002
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] sysctl("net.inet.ip.portrange.last", 3000) = -1 EPERM
            [1] sysctl("net.inet.ip.portrange.last") = 2002
            """).By("P2.reads");

    [Fact]
    public void A_write_keeps_the_cursors() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:0) = 0
            [1] sysctl("net.inet.ip.portrange.first", 4000) = 0
            """).State.CursorOf(Protocol.Udp, PortRangeOption.IP_PORTRANGE_DEFAULT).ShouldBe((ushort)2000);
}
