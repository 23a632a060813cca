using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Descriptors that go from one process to another (J8, G1).</summary>
[Trait("Requirement", "J8")]
[Trait("Requirement", "G1")]
public sealed class PassingRulesTests
{
    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]\n";

    [Fact]
    public void A_passed_socket_is_the_same_socket() =>
        new SpecDriver().Allows(Pair + """
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 6]) = -1 EBADF
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
            [2] bind(5, 10.0.0.1:53) = 0
            [1] getsockname(5) = 10.0.0.1:53
            [1] close(5) = 0
            [2] getsockname(5) = 10.0.0.1:53
            """).By("S8.name-local");

    [Fact]
    public void What_arrives_has_the_lowest_free_descriptor() =>
        new SpecDriver().Allows(Pair + """
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 0 0]) = 1
            [1] close(1) = 0
            [1] recvmsg(4, [1], 20) = "x" control [SCM_RIGHTS 1 5]
            """).By("S9.rights-arrive").State.FindProcess(1)!.OpenFiles.ShouldBe(6);

    [Fact]
    public void The_receivers_limit_applies() =>
        new SpecDriver().Allows(Pair + """
            [1] fork() = 2
            [2] setrlimit(5, 9) = 0
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 0]) = 1
            [2] recvmsg(4, [1], 16) = -1 EMSGSIZE
            """).By("S9.rights-room");

    [Theory]
    [InlineData("AF_INET, SOCK_DGRAM, 0", false)]
    [InlineData("AF_INET, SOCK_STREAM, 0", false)]
    [InlineData("AF_INET, SOCK_RAW, 0", false)]
    [InlineData("AF_IPX, SOCK_DGRAM, 0", false)]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", true)]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", true)]
    public void Sockets_with_addresses_stay_in_their_prison(string socket, bool passes) =>
        new SpecDriver().Allows(Pair + $"""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [1] socket({socket}) = 5
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            [2] recvmsg(4, [1], 16) = {(passes ? "\"x\" control [SCM_RIGHTS 5]" : "-1 EPERM")}
            """).By(passes ? "S9.rights-arrive" : "G1.pass-prison");

    [Fact]
    public void Within_a_prison_sockets_may_be_passed() =>
        new SpecDriver().Allows(Pair + """
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            [2] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 5]
            """).By("S9.rights-arrive");
}
