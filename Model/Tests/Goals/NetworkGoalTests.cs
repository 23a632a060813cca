using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>The goals of interfaces and routes are broken by observations that no rule allows (J4, J9).</summary>
[Trait("Requirement", "J9")]
public sealed class NetworkGoalTests
{
    /// <summary>2 is in a prison, with a UDP socket 3 and a routing socket 4; so is 1, on the host.</summary>
    private static readonly State Jailed = new SpecDriver().Allows("""
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        [2] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        """).State;

    [Theory]
    [InlineData("""ioctl(3, SIOCGIFADDR, "fxp0") = 10.0.0.2:0""", true)]
    [InlineData("""ioctl(3, SIOCGIFADDR, "fxp0") = 10.0.0.1:0""", false)]
    [InlineData("ioctl(3, SIOCGIFCONF, 1024) = \"lo0 link, fxp0 link, fxp0 10.0.0.2\"", true)]
    [InlineData("ioctl(3, SIOCGIFCONF, 1024) = \"lo0 link, lo0 127.0.0.1\"", false)]
    [InlineData("""ioctl(3, SIOCGIFFLAGS, "fxp0") = 34883""", true)]
    [InlineData("""ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = 0""", false)]
    [InlineData("""ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.2) = 0""", false)]
    [InlineData("read(4) = \"abcd\"", false)]
    [InlineData("write(4, \"abcd\") = 4", false)]
    public void What_a_prisoner_does(string call, bool holds)
    {
        Step step = TraceReader.Read($"[2] {call}\n", "line").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;

        (SafetyGoals.Check(Jailed, step.Call, in outcome) is null).ShouldBe(holds);
    }

    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Who_changes_the_network(int pid, bool holds)
    {
        Outcome done = Outcome.Ok;
        var call = new Call.IoctlDeleteAddress(1, 3, "fxp0", Ipv4.Of(10, 0, 0, 3));
        State before = new SpecDriver().Allows("""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            """).State;
        State after = Spec.Step(before, call, in done).Next;

        (SafetyGoals.Check(before, call with { Pid = pid }, in done, after) is null).ShouldBe(holds);
    }
}
