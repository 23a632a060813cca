using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

[Trait("Requirement", "J8")]
[Trait("Requirement", "G1")]
public sealed class PassRulesTests
{
    [Fact]
    public void A_passed_socket_is_the_same_socket() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] passfd(4, 2) = -1 EBADF
            [1] passfd(3, 7) = -1 ESRCH
            [1] passfd(3, 2) = 3
            [2] bind(3, 10.0.0.1:53) = 0
            [1] getsockname(3) = 10.0.0.1:53
            [1] close(3) = 0
            [2] getsockname(3) = 10.0.0.1:53
            """).By("S8.name-local");

    [Fact]
    public void Passing_to_itself_works_as_dup() =>
        new SpecDriver().Allows("""
            [1] close(1) = 0
            [1] passfd(0, 1) = 1
            [1] passfd(0, 1) = 3
            """).By("J8.pass-gives").State.FindProcess(1)!.OpenFiles.ShouldBe(4);

    [Fact]
    public void The_receivers_limit_applies() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] setrlimit(3, 9) = 0
            [1] passfd(0, 2) = -1 EMFILE
            """).By("J8.pass-no-descriptor");

    [Theory]
    [InlineData("AF_INET, SOCK_DGRAM, 0", false)]
    [InlineData("AF_INET, SOCK_STREAM, 0", false)]
    [InlineData("AF_INET, SOCK_RAW, 0", false)]
    [InlineData("AF_IPX, SOCK_DGRAM, 0", false)]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", true)]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", true)]
    public void Sockets_with_addresses_stay_in_their_prison(string socket, bool passes) =>
        new SpecDriver().Allows($"""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] fork() = 3
            [1] socket({socket}) = 3
            [1] passfd(3, 2) = {(passes ? "3" : "-1 EPERM")}
            """).By(passes ? "J8.pass-gives" : "G1.pass-prison");

    [Fact]
    public void Within_a_prison_sockets_may_be_passed() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] passfd(3, 2) = 3
            """).By("J8.pass-gives");
}
