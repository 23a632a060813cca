using Shouldly;
using Verify.Model.Verdicts;
using Verify.Properties.Checking;
using Verify.Properties.Reference;
using Verify.Runner.Output;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Commands;

public sealed class ReplayCommandTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private const string Good =
        """
        if lo0 127.0.0.1/8
        [1] socket(AF_INET, SOCK_DGRAM, 0)
        [1] bind(3, 127.0.0.1:53)
        [1] getsockname(3)

        """;

    [Fact]
    public void Missing_results_are_filled_in()
    {
        runner.Write("good.trace", Good);
        Ran ran = runner.Run("replay", "good.trace");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldBe(
            """
            # good.trace
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 127.0.0.1:53) = 0
            [1] getsockname(3) = 127.0.0.1:53


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Parts_of_results_are_filled_in()
    {
        runner.Write(
            "partial.trace",
            """
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0) = ?
            [1] bind(3, 127.0.0.1:53)
            [1] sendto(3, "q", 127.0.0.1:54) = 1 received by nobody
            [1] sendto(3, "query", 127.0.0.1:53) = 5
            [1] recvfrom(3) = "qu"..., 5
            """);

        Ran ran = runner.Run("replay", "partial.trace");

        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldBe(
            """
            # partial.trace
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 127.0.0.1:53) = 0
            [1] sendto(3, "q", 127.0.0.1:54) = 1 sent 127.0.0.1:53 > 127.0.0.1:54 received by nobody
            [1] sendto(3, "query", 127.0.0.1:53) = 5 sent 127.0.0.1:53 > 127.0.0.1:53 received by [1]3
            [1] recvfrom(3) = "query" from 127.0.0.1:53


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Resumed_calls_are_filled_in()
    {
        const string Sleeper =
            """
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] bind(3, 127.0.0.1:53)
            [1] fork()
            [2] recvfrom(3)
            [1] sendto(3, "query", 127.0.0.1:53)

            """;
        const string Filled =
            """
            [2] recvfrom(3 <unfinished ...>
            [1] sendto(3, "query", 127.0.0.1:53) = 5 sent 127.0.0.1:53 > 127.0.0.1:53 received by [1]3
            [2] <... recvfrom resumed>) = "query" from 127.0.0.1:53

            """;
        runner.Write("unstated.trace", Sleeper);
        runner.Write("partial.trace", Sleeper + "[2] <... recvfrom resumed>) = 5\n");
        runner.Write("wrong.trace", Sleeper + "[2] <... recvfrom resumed>) = 4\n");

        runner.Run("replay", "unstated.trace").Output.ShouldEndWith(Filled.ReplaceLineEndings("\n") + "\n");
        runner.Run("replay", "partial.trace").Output.ShouldEndWith(Filled.ReplaceLineEndings("\n") + "\n");
        Ran ran = runner.Run("replay", "wrong.trace");
        ran.Error.ShouldStartWith("wrong.trace:6:37: the trace states ?, [2] <... recvfrom resumed>) = 4, the ");
        ran.Output.ShouldContain(Filled.ReplaceLineEndings("\n") + "# ^ the trace states ?, [2] <... recvfrom");
    }

    [Theory]
    [InlineData("4")]
    [InlineData("5 sent nothing")]
    [InlineData("? received by nobody")]
    [InlineData("5 received by [1]4")]
    [InlineData("-1 EMYSTERY")]
    public void A_part_that_is_wrong_is_one_line_with_its_place(string stated)
    {
        const string Seen = "5 sent 127.0.0.1:53 > 127.0.0.1:53 received by [1]3";
        runner.Write("wrong.trace", Good + $"[1] sendto(3, \"query\", 127.0.0.1:53) = {stated}\n");

        Ran ran = runner.Run("replay", "wrong.trace");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldBe($"wrong.trace:5:40: the trace states {stated}, the implementation returned {Seen}\n");
        ran.Output.ShouldContain($" = {Seen}\n# ^ the trace states {stated}\n");
    }

    [Fact]
    public void The_output_of_replay_can_be_replayed()
    {
        runner.Write("good.trace", Good);
        runner.Write("filled.trace", runner.Run("replay", "good.trace").Output);
        runner.Run("replay", "filled.trace").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_wrong_stated_result_is_one_line_with_its_place()
    {
        runner.Write("wrong.trace", "if lo0 127.0.0.1/8\n\n[1] fork() = -1 EAGAIN\n[1] close(0)");
        Ran ran = runner.Run("replay", "wrong.trace");
        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldBe("wrong.trace:3:14: the trace states -1 EAGAIN, the implementation returned 2\n");
        ran.Output.ShouldContain("[1] fork() = 2\n# ^ the trace states -1 EAGAIN\n[1] close(0) = 0\n");
    }

    [Fact]
    public void After_a_broken_file_the_others_are_replayed()
    {
        runner.Write("good.trace", Good);
        Ran ran = runner.Run("replay", "nosuch.trace", "good.trace");
        (ran.ExitCode, ran.Error).ShouldBe((2, "nosuch.trace: no such file\n"));
        ran.Output.ShouldContain("[1] getsockname(3) = 127.0.0.1:53");
    }

    [Fact]
    public void A_folder_means_its_traces_in_the_order_of_their_names()
    {
        Directory.CreateDirectory(Path.Combine(runner.Directory, "many", "deeper"));
        runner.Write("many/b.trace", Good);
        runner.Write("many/a.trace", Good);
        runner.Write("many/notes.txt", "");
        runner.Write("many/deeper/c.trace", "?");
        runner.Write("good.trace", Good);

        Ran ran = runner.Run("replay", "many", "good.trace");

        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.Split('\n').Where(line => line.StartsWith('#'))
            .ShouldBe([$"# {Path.Combine("many", "a.trace")}", $"# {Path.Combine("many", "b.trace")}", "# good.trace"]);
    }

    [Fact]
    public void A_dash_means_standard_input()
    {
        runner.Input = Good.Replace("getsockname(3)", "getsockname(3) = x", StringComparison.Ordinal);

        Ran ran = runner.Run("replay", "-");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldStartWith("-:4:22: expected -1 and an error, ?, or an address and port such as 10.0.0.1:53, ");
        runner.Input = Good;
        runner.Run("replay", "-").Output.ShouldStartWith("# -\nif lo0 127.0.0.1/8\n");
    }

    [Fact]
    public void The_first_difference_is_marked_with_both_sides_and_the_rule()
    {
        Trace trace = TraceReader.Read(Good, "good");
        ReplayedTrace replay = ReplayedTrace.Of(trace, world => new ForgetfulKernel(world), new RuleCounts());
        replay.IsClean.ShouldBeFalse();
        replay.Text().ShouldContain("[1] bind(3, 127.0.0.1:53) = 0\n");
        Rule rule = RuleCatalogue.All.Single(rule => rule.Id == "S8.name-local");
        string message = $"seen -1 EBADF, allowed 127.0.0.1:53 by {rule.Id} ({rule.Source}): {rule.Text}";
        replay.Text().ShouldContain("\n" + WordWrap.Wrap($"Disagreement: {message}", "# ^ ", "#   "));
    }

    [Fact]
    public void Calls_after_a_fault_are_not_run()
    {
        Trace trace = TraceReader.Read(Good + "[1] close(3)\n[1] close(2)\n", "long");
        ReplayedTrace replay = ReplayedTrace.Of(trace, world => new ForgetfulKernel(world), new RuleCounts());
        replay.Observed.Length.ShouldBe(3);
        replay.Text().ShouldEndWith("# 2 more not run\n");
    }
}
