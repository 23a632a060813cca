using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>The goals report observations that no rule allows, and accept the others.</summary>
[Trait("Requirement", "G1")]
public sealed class SafetyGoalsTests
{
    private static readonly Ipv4 Prison = Ipv4.Of(10, 0, 0, 2);

    /// <summary>
    /// Process 2 is in prison 10.0.0.2 with an unbound UDP socket 3 and one at port 53, 4; process 3 is user 5's with
    /// one at 3.
    /// </summary>
    private static readonly State Jailed = new SpecDriver().Allows("""
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [2] bind(4, 10.0.0.2:53) = 0
        [1] fork() = 3
        [3] setuid(5) = 0
        [3] socket(AF_INET, SOCK_DGRAM, 0) = 3
        """).State;

    [Theory]
    [InlineData("""[2] sendto(3, "a", 10.0.0.9:9) = 1 sent 10.0.0.2:2000 > 10.0.0.9:9""", null)]
    [InlineData("""[2] sendto(3, "a", 10.0.0.9:9) = 1 sent 10.0.0.1:2000 > 10.0.0.9:9""",
        "G1: process 2 in prison 10.0.0.2 sends from 10.0.0.1:2000")]
    [InlineData("""[2] sendto(3, "a", 127.0.0.1:9) = 1 sent 10.0.0.2:2000 > 127.0.0.1:9""",
        "J2: process 2 in prison 10.0.0.2 sends to 127.0.0.1:9")]
    [InlineData("""[3] sendto(3, "a", 10.0.0.9:9) = 1 sent 10.0.0.1:2000 > 10.0.0.9:9""", null)]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [2]4""", null)]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [2]3""",
        "G1: process 2 in prison 10.0.0.2 gets what was sent to 10.0.0.1:53")]
    [InlineData("[wire] tcp(10.0.0.9:9, 10.0.0.3:53) = 0 received by [2]3",
        "G1: process 2 in prison 10.0.0.2 gets what was sent to 10.0.0.3:53")]
    [InlineData("""[3] sendto(3, "a", 10.0.0.1:9) = 1 sent 10.0.0.1:2000 > 10.0.0.1:9 received by [2]3""",
        "G1: process 2 in prison 10.0.0.2 gets what was sent to 10.0.0.1:9")]
    [InlineData("[3] bind(3, 10.0.0.1:1023) = 0", "G3: process 3 binds port 1023 without privilege")]
    [InlineData("[3] bind(3, 10.0.0.1:1023) = -1 EACCES", null)]
    [InlineData("[3] bind(3, 10.0.0.1:1024) = 0", null)]
    [InlineData("[2] bind(3, 0.0.0.0:1023) = 0", null)]
    public void Events(string line, string? broken)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;

        SafetyGoals.Check(Jailed, step.Call, in outcome).ShouldBe(broken);
    }

    [Theory]
    [InlineData("10.0.0.2:53", "0.0.0.0:0", null)]
    [InlineData("0.0.0.0:0", "0.0.0.0:0", null)]
    [InlineData("0.0.0.0:53", "0.0.0.0:0", "G1: process 2 in prison 10.0.0.2 owns 0.0.0.0:53")]
    [InlineData("10.0.0.1:53", "10.0.0.9:9", "G1: process 2 in prison 10.0.0.2 owns 10.0.0.1:53")]
    [InlineData("10.0.0.2:0", "0.0.0.0:0", "G3: process 2 has descriptor 3 at 10.0.0.2:0, without a port")]
    [InlineData("0.0.0.0:0", "10.0.0.9:9", "G3: process 2 has descriptor 3 at 0.0.0.0:0, without a port")]
    public void Open_sockets(string local, string foreign, string? broken) =>
        SafetyGoals.Check([Entry(2, local, foreign, Prison)]).ShouldBe(broken);

    [Fact]
    public void Outside_prisons_any_address_is_allowed() =>
        SafetyGoals.Check([Entry(3, "0.0.0.0:53", "0.0.0.0:0", null)]).ShouldBeNull();

    [Theory]
    [InlineData("bind(3, 0.0.0.0:0)", 1999, "G3: process 3 gets port 1999, which is outside 2000 to 2002")]
    [InlineData("bind(3, 0.0.0.0:0)", 2000, null)]
    [InlineData("bind(3, 0.0.0.0:0)", 2002, null)]
    [InlineData("bind(3, 0.0.0.0:0)", 2003, "G3: process 3 gets port 2003, which is outside 2000 to 2002")]
    [InlineData("sendto(3, \"a\", 10.0.0.9:9)", 2003, "G3: process 3 gets port 2003, which is outside 2000 to 2002")]
    [InlineData("connect(3, 10.0.0.9:9)", 1023, "G3: process 3 gets port 1023 without privilege")]
    [InlineData("bind(3, 0.0.0.0:2003)", 2003, null)]
    [InlineData("bind(3, 0.0.0.0:1023)", 1023, "G3: process 3 gets port 1023 without privilege")]
    [InlineData("bind(3, 0.0.0.0:0)", 0, null)]
    public void Ports_given(string call, int port, string? broken)
    {
        Step step = TraceReader.Read($"[3] {call}\n", "line").Steps.ShouldHaveSingleItem();

        SafetyGoals.Check(Jailed, step.Call, [Entry(3, $"0.0.0.0:{port}", "0.0.0.0:0", null)]).ShouldBe(broken);
    }

    private static SocketEntry Entry(int pid, string local, string foreign, Ipv4? prison) =>
        new(pid, 3, Protocol.Udp, End(local), End(foreign), prison);

    private static Endpoint End(string text)
    {
        string[] parts = text.Split(':');
        Ipv4.TryParse(parts[0], out Ipv4 address).ShouldBeTrue();
        return new Endpoint(address, ushort.Parse(parts[1]));
    }
}
