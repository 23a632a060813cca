using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>A statement fits an outcome that has everything stated; what is not stated may be anything.</summary>
public sealed class StatementTests
{
    private const string Received = "[1] recvfrom(3) = \"hello\" from 10.0.0.1:53 control [\"\\x01\"]";
    private const string Sent = "[1] sendto(3, \"q\") = 1 sent 1.1.1.1:1 > 1.1.1.1:2 received by [1]4";
    private const string SentTwice = Sent + "\n[2] <... recvfrom resumed>) = \"q\" from 1.1.1.1:1";
    private const string Several = "[1] sendto(3, \"q\") = 1 sent 1.1.1.1:1 > 1.1.1.1:2 sent 1.1.1.1:2 > 1.1.1.1:1 "
        + "received by [1]4 received by [2]5";

    [Theory]
    [InlineData(Received, "?", "5", "\"hello\"", "\"he\"..., 5", "\"\"..., 5", "? from 10.0.0.1:53",
        "5 from 10.0.0.1:53", "\"hello\" from 10.0.0.1:53", "\"hello\" control [\"\\x01\"]",
        "\"he\"..., 5 from 10.0.0.1:53 control [\"\\x01\"]")]
    [InlineData("[1] recvfrom(3) = \"\"", "?", "0", "\"\"")]
    [InlineData("[1] recvfrom(3) = -1 EAGAIN", "?", "-1 EAGAIN", "-1 35")]
    [InlineData("[1] accept(3) = 4 from 10.0.0.1:53", "?", "4", "? from 10.0.0.1:53", "4 from 10.0.0.1:53")]
    [InlineData("[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]", "?", "[3, 4]")]
    [InlineData("[1] getsockname(3) = 10.0.0.1:53", "?", "0", "10.0.0.1:53")]
    [InlineData("[1] getsockname(3) = 0", "?", "0")]
    [InlineData("[1] getlogin() = \"root\"", "?", "\"root\"")]
    [InlineData("[1] getuid() = 4294967295", "?", "4294967295")]
    [InlineData("[1] fork() = panic", "?", "panic")]
    [InlineData("[1] fork() = panic(\"no init\")", "?", "panic", "panic(\"no init\")")]
    [InlineData(Sent, "?", "1", "? sent 1.1.1.1:1 > 1.1.1.1:2", "? received by [1]4", "1 received by [1]4",
        "1 sent 1.1.1.1:1 > 1.1.1.1:2")]
    [InlineData("[1] sendto(3, \"q\") = 1", "1", "1 sent nothing", "1 received by nobody",
        "? sent nothing received by nobody")]
    [InlineData(Several, "1", "1 received by [1]4 received by [2]5",
        "1 sent 1.1.1.1:1 > 1.1.1.1:2 sent 1.1.1.1:2 > 1.1.1.1:1")]
    [InlineData(SentTwice, "?", "1", "1\n[2] <... recvfrom resumed>)", "?\n[2] <... recvfrom resumed>) = 1",
        "1\n[2] <... recvfrom resumed>) = \"q\"", "1\n[2] <... recvfrom resumed>) = ? from 1.1.1.1:1")]
    public void Fits_if_all_that_is_stated_was_seen(string seen, params string[] stated)
    {
        foreach (string statement in stated.Append(ResultOf(seen)))
        {
            Fits(statement, seen).ShouldBeTrue(statement);
        }
    }

    [Theory]
    [InlineData(Received, "4", "\"help\"..., 5", "\"hello\"..., 6", "\"he\"..., 4", "\"he\"", "\"hello!\"", "\"\"",
        "panic", "-1 EAGAIN", "5 from 10.0.0.1:54", "? from 10.0.0.2:53", "\"hello\" control [\"\\x02\"]",
        "5 control [\"\"]")]
    [InlineData("[1] recvfrom(3) = -1 EAGAIN", "0", "\"\"", "-1 EBADF", "-1 36", "-1 EWOULDBLOCK",
        "? from 10.0.0.1:53")]
    [InlineData("[1] accept(3) = 4", "5", "4 from 10.0.0.1:53")]
    [InlineData("[1] accept(3) = 4 from 10.0.0.1:53", "5", "? from 10.0.0.1:54")]
    [InlineData("[1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]", "[3, 5]", "[4, 4]", "[4, 3]", "-1 EMFILE")]
    [InlineData("[1] getsockname(3) = 10.0.0.1:53", "10.0.0.1:54", "1", "-1 EBADF")]
    [InlineData("[1] getsockname(3) = 0", "0.0.0.0:0", "1")]
    [InlineData("[1] getlogin() = \"root\"", "\"\"", "\"toor\"", "-1 EFAULT")]
    [InlineData("[1] sysctl(\"kern.maxproc\") = 4", "5", "\"text\"")]
    [InlineData("[1] fork() = panic", "0", "-1 EAGAIN", "panic(\"\")")]
    [InlineData("[1] fork() = panic(\"no init\")", "0", "panic(\"no\")", "panic(\"\")")]
    [InlineData("[1] fork() = 0", "panic", "-1 EAGAIN")]
    [InlineData(Sent, "1 sent nothing", "1 received by nobody", "? sent 1.1.1.1:1 > 1.1.1.1:3", "? received by [1]5",
        "? received by [2]4", "? received by [1]4 received by [1]5", "? sent 1.1.1.2:1 > 1.1.1.1:2")]
    [InlineData("[1] sendto(3, \"q\") = 1", "1 sent 1.1.1.1:1 > 1.1.1.1:2", "1 received by [1]4")]
    [InlineData(Several, "1 sent 1.1.1.1:1 > 1.1.1.1:2", "1 received by [1]4",
        "1 received by [2]5 received by [1]4")]
    [InlineData(Sent, "1\n[2] <... recvfrom resumed>)")]
    [InlineData(SentTwice, "1\n[3] <... recvfrom resumed>)", "1\n[2] <... accept resumed>)",
        "1\n[2] <... recvfrom resumed>) = 2", "1\n[2] <... recvfrom resumed>) = -1 EINTR",
        "1\n[2] <... recvfrom resumed>)\n[3] <... recvfrom resumed>)",
        "1\n[2] <... recvfrom resumed> <unfinished ...>")]
    public void Does_not_fit_if_anything_stated_was_not_seen(string seen, params string[] stated)
    {
        foreach (string statement in stated)
        {
            Fits(statement, seen).ShouldBeFalse(statement);
        }
    }

    [Fact]
    public void A_call_that_sleeps_has_neither_succeeded_nor_failed()
    {
        Outcome asleep = Read("[1] accept(3 <unfinished ...>").Least;

        asleep.ShouldBe(Outcome.Asleep);
        Read("[1] accept(3 <unfinished ...>").Fits(asleep).ShouldBeTrue();
        Read("[1] accept(3) = ?").Fits(asleep).ShouldBeTrue();
        Read("[1] accept(3) = 0").Fits(asleep).ShouldBeFalse();
        Read("[1] accept(3) = -1 EAGAIN").Fits(asleep).ShouldBeFalse();
        Read("[1] accept(3 <unfinished ...>").Fits(Outcome.Ok).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Received, "?", "\"hello\" from 10.0.0.1:53 control [\"\\x01\"]")]
    [InlineData(Received, "\"he\"..., 5", "\"hello\" from 10.0.0.1:53 control [\"\\x01\"]")]
    [InlineData(Received, "\"she\"..., 5", "\"hello\" from 10.0.0.1:53 control [\"\\x01\"]")]
    [InlineData("[1] recvfrom(3) = \"a\"..., 4096", "4096", "\"a\"..., 4096")]
    [InlineData("[1] sendto(3, \"q\") = 1", "1 received by nobody", "1 received by nobody")]
    [InlineData("[1] sendto(3, \"q\") = 1", "? sent nothing", "1 sent nothing")]
    [InlineData(Sent, "1 sent nothing", "1 sent 1.1.1.1:1 > 1.1.1.1:2 received by [1]4")]
    [InlineData(SentTwice, "1", "1 sent 1.1.1.1:1 > 1.1.1.1:2 received by [1]4\n"
        + "[2] <... recvfrom resumed>) = \"q\" from 1.1.1.1:1")]
    [InlineData(SentTwice, "?\n[2] <... recvfrom resumed>)", "1 sent 1.1.1.1:1 > 1.1.1.1:2 received by [1]4\n"
        + "[2] <... recvfrom resumed>) = \"q\" from 1.1.1.1:1")]
    public void What_is_not_stated_is_filled_in(string seen, string stated, string completed)
    {
        string call = seen[..^ResultOf(seen).Length];
        var step = TraceReader.Read(call + stated, "stated").Steps.Single();

        TraceWriter.Lines(step.CompletedBy(Read(seen).Least)).ShouldBe(call + completed);
    }

    [Fact]
    public void A_datagram_from_outside_has_a_receiver_or_nobody()
    {
        Call arrives = TraceReader.Read("[wire] udp(1.1.1.1:1, 1.1.1.1:2, \"\")", "wire").Steps.Single().Call;

        Printed(Outcome.Ok).ShouldBe("0 received by nobody");
        Printed(Outcome.Ok.ReceivedBy(new Receiver(1, 3))).ShouldBe("0 received by [1]3");
        Printed(Outcome.Failed(Errno.ECONNREFUSED)).ShouldBe("-1 ECONNREFUSED");

        string Printed(Outcome outcome) => ResultOf(TraceWriter.Lines(new Step(arrives, outcome)));
    }

    [Property(Replay = "1,1", Arbitrary = [typeof(TraceGen)])]
    public void Any_statement_is_completed_by_an_outcome_that_it_fits(Trace trace)
    {
        foreach ((Call call, Statement? stated) in trace.Steps)
        {
            Outcome least = (stated ?? new Statement()).Least;

            (stated?.Fits(least) ?? true).ShouldBeTrue();
            Statement.Of(least).Fits(least).ShouldBeTrue();
            Statement.Of(least).Least.ShouldBe(least);
            new Step(call, stated).CompletedBy(least).Stated.ShouldNotBeNull().Least.ShouldBe(least);
        }
    }

    private static bool Fits(string stated, string seen) =>
        Read(seen[..^ResultOf(seen).Length] + stated).Fits(Read(seen).Least);

    /// <summary>What follows the equals sign of the first line, and the other lines.</summary>
    private static string ResultOf(string step) => step[(step.IndexOf(" = ", StringComparison.Ordinal) + 3)..];

    private static Statement Read(string step) => TraceReader.Read(step, "step").Steps.Single().Stated!;
}
