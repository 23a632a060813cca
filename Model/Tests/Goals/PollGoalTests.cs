using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>A socket that says it is ready, and on which the next call would sleep, breaks the goal.</summary>
[Trait("Requirement", "R2")]
public sealed class PollGoalTests
{
    private const string Pair = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] setsockopt(4, SO_RCVLOWAT, 3) = 0

        """;

    private const string Events = "POLLIN|POLLOUT|POLLRDNORM";

    private const string Receive = "[1] recvmsg(4, [65536], 65536)";

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("", 1, "POLLIN, but " + Receive)]
    [InlineData("", 64, "POLLRDNORM, but " + Receive)]
    [InlineData("[1] sendto(3, \"ab\") = 2", 1, "POLLIN, but " + Receive)]
    [InlineData("[1] sendto(3, \"abc\") = 3", 1, null)]
    [InlineData("[1] sendto(3, \"abc\") = 3", 0, null)]
    [InlineData("[1] sendmsg(3, [\"\"], control [SCM_RIGHTS 0]) = 0", 1, null)]
    [InlineData("[1] shutdown(3, SHUT_WR) = 0", 1, null)]
    [InlineData("[1] close(3) = 0", 5, null)]
    [InlineData("[1] fcntl(4, F_SETFL, O_NONBLOCK) = 0", 1, null)]
    [InlineData("[1] sendto(4, \"x\"..., 8191) = 8191", 4, null)]
    [InlineData("[1] sendto(4, \"x\"..., 8192) = 8192", 0, null)]
    [InlineData("[1] sendto(4, \"x\"..., 8192) = 8192", 4, "POLLOUT, but [1] sendto(4, \"x\")")]
    public void Streams(string calls, int answer, string? lie) =>
        Check(new SpecDriver().Allows(Pair + calls), 4, answer)
            .ShouldBe(lie is null ? null : $"R2: [1] poll([4 {Events}], 0) says {lie} would sleep");

    [Theory]
    [InlineData("AF_INET, SOCK_DGRAM, 0", 4, null)]
    [InlineData("AF_INET, SOCK_DGRAM, 0", 1, "[1] recvmsg(3, [65536], 65536)")]
    [InlineData("AF_INET, SOCK_RAW, 253", 4, null)]
    [InlineData("AF_INET, SOCK_RAW, 253", 1, "[1] recvmsg(3, [65536], 65536)")]
    [InlineData("AF_LOCAL, SOCK_DGRAM, 0", 4, null)]
    [InlineData("AF_LOCAL, SOCK_DGRAM, 0", 1, "[1] recvmsg(3, [65536], 65536)")]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", 5, null)]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", 4, null)]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", 1, "[1] recvmsg(3, [65536], 65536)")]
    public void New_sockets(string kind, int answer, string? sleeps) =>
        Check(new SpecDriver().Allows($"[1] socket({kind}) = 3"), 3, answer)
            .ShouldBe(sleeps is null ? null : $"R2: [1] poll([3 {Events}], 0) says POLLIN, but {sleeps} would sleep");

    [Theory]
    [InlineData("", "[1] accept(4)")]
    [InlineData("[1] sendto(3, \"\") = 0", null)]
    public void A_datagram_socket_that_listens_receives(string calls, string? sleeps) =>
        Check(new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] bind(4, "/s") = 0
            [1] listen(4, 0) = 0

            """ + calls), 4, 1)
            .ShouldBe(sleeps is null ? null : $"R2: [1] poll([4 {Events}], 0) says POLLIN, but {sleeps} would sleep");

    [Fact]
    public void Listening_sockets()
    {
        SpecDriver driver = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 5) = 0
            """);

        Check(driver, 3, 1).ShouldBe($"R2: [1] poll([3 {Events}], 0) says POLLIN, but [1] accept(3) would sleep");
        driver.Allows("[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3");
        Check(driver, 3, 1).ShouldBeNull();
    }

    /// <summary>The lock itself does not count; what is queued behind it does.</summary>
    [Fact]
    public void A_locked_buffer_is_judged_as_if_its_holder_were_gone()
    {
        SpecDriver driver = SleepDriver.Later().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] fork() = 2
            [1] sendto(3, "ab") = 2
            [2] recvfrom(4, 9000, MSG_WAITALL <unfinished ...>
            [1] poll([4 POLLIN], 0) = 0
            """);

        Check(driver, 4, 1).ShouldBe($"R2: [1] poll([4 {Events}], 0) says POLLIN, but {Receive} would sleep");
        driver.Allows("""
            [1] sendto(3, "c") = 1
            [1] poll([4 POLLIN], 0) = 1 [4 POLLIN]
            """);
        Check(driver, 4, 1).ShouldBeNull();
        driver.Allows("[1] recvfrom(4 <unfinished ...>").By("R2.receive-locked");
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(0, 5)]
    [InlineData(3, 32)]
    public void What_is_no_socket_never_sleeps(int fd, int answer) =>
        Check(new SpecDriver(), fd, answer).ShouldBeNull();

    [Theory]
    [InlineData(0, "[4]", "NULL", "POLLRDNORM, but [1] recvmsg(4, [65536], 65536)")]
    [InlineData(0, "[3]", "[3 4]", "POLLRDNORM, but [1] recvmsg(3, [65536], 65536)")]
    [InlineData(0, "[]", "[3 4]", null)]
    [InlineData(8192, "NULL", "[4]", "POLLOUT, but [1] sendto(4, \"x\")")]
    [InlineData(8192, "[3]", "[3]", null)]
    [InlineData(8192, "[3]", "[3 9]", null)]
    public void Sets(int sent, string read, string write, string? lie)
    {
        State state = new SpecDriver().Allows(
            Pair + (sent == 0 ? "" : $"[1] sendto(4, \"x\"..., {sent}) = {sent}")).State;
        string line = $"[1] select(5, [3 4], [3 4], NULL, NULL) = 1 {read}, {write}, NULL";
        Step step = TraceReader.Read(line, "line").Steps[0];
        Outcome outcome = step.Stated!.Least;

        SafetyGoals.Check(state, step.Call, in outcome, state)
            .ShouldBe(lie is null ? null : $"R2: [1] select(5, [3 4], [3 4], NULL, NULL) says {lie} would sleep");
    }

    [Fact]
    public void An_error_promises_nothing()
    {
        State state = new SpecDriver().Allows(Pair).State;
        Outcome failed = Outcome.Failed(Errno.ESRCH);

        SafetyGoals.Check(state, new Call.Poll(1, 4, PollEvents.POLLIN), in failed, state).ShouldBeNull();
    }

    private static string? Check(SpecDriver driver, int fd, int answer)
    {
        Outcome outcome = Outcome.Polled(new Few<PollEntry>(new PollEntry(fd, (PollEvents)answer)));
        var call = new Call.Poll(1, fd, PollEvents.POLLIN | PollEvents.POLLOUT | PollEvents.POLLRDNORM);
        return SafetyGoals.Check(driver.State, call, in outcome, driver.State);
    }
}
