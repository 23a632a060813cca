using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>ioctl(2) with FIOASYNC, SIOCSPGRP, SIOCGPGRP and SIOCATMARK.</summary>
public sealed class SocketControlRulesTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";

    [Fact]
    [Trait("Requirement", "J6")]
    public void An_owner_has_the_other_sign() =>
        new SpecDriver().Allows(One + "[1] ioctl(3, SIOCSPGRP, 1) = 0").By("J6.owner-sign").Allows("""
            [1] fcntl(3, F_GETOWN) = -1
            [1] ioctl(3, SIOCGPGRP) = 1
            [1] fcntl(3, F_SETOWN, 1) = 0
            """).Allows("[1] ioctl(3, SIOCGPGRP) = -1").By("J6.owner-sign").Allows("""
            [1] ioctl(3, SIOCSPGRP, 7) = -1 ESRCH
            [1] ioctl(3, SIOCSPGRP, -2147483648) = -1 ESRCH
            [1] ioctl(3, SIOCSPGRP, 0) = 0
            [1] ioctl(3, SIOCGPGRP) = 0
            """);

    [Fact]
    [Trait("Requirement", "R2")]
    public void An_open_file_is_asynchronous_or_not() =>
        new SpecDriver().Allows(One + "[1] ioctl(3, FIOASYNC, 9) = 0").By("R2.async-set").Allows("""
            [1] fcntl(3, F_GETFL) = 66
            [1] ioctl(3, FIOASYNC, 0) = 0
            [1] fcntl(3, F_GETFL) = 2
            [1] ioctl(0, FIOASYNC, 1) = 0
            """);

    [Fact]
    [Trait("Requirement", "R2")]
    public void A_connection_that_does_not_sleep_still_does_not() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [1] ioctl(3, FIONBIO, 0) = 0
            [1] accept(3) = 4 from 10.0.0.9:9
            [1] ioctl(4, FIOASYNC, 1) = 0
            """).State.Sockets[1].IsNonBlocking.ShouldBeTrue();

    [Fact]
    [Trait("Requirement", "S10")]
    public void Nothing_is_urgent() =>
        new SpecDriver().Allows(One + """
            [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
            [1] ioctl(4, SIOCATMARK) = 0
            [1] ioctl(3, SIOCATMARK) = 0
            """).By("S10.at-mark");

    [Theory]
    [Trait("Requirement", "J6")]
    [InlineData("SIOCSPGRP, 1")]
    [InlineData("SIOCGPGRP")]
    [InlineData("SIOCATMARK")]
    public void Other_files_are_no_terminals_either(string request) =>
        new SpecDriver(SpecDriver.Files).Allows($"[1] ioctl(0, {request}) = -1 ENOTTY").By("J6.control-no-socket")
            .Allows($"""
            [1] open("/jail", O_RDONLY, 00) = 3
            [1] ioctl(3, {request}) = -1 ENOTTY
            [1] open("/jail/null", O_RDONLY, 00) = 4
            [1] ioctl(4, {request}) = -1 ENODEV
            """).By("J6.control-no-device").Allows("[1] ioctl(4, FIOASYNC, 1) = -1 ENODEV").By("R2.flags-no-device");
}
