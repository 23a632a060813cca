using Shouldly;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Verify.Properties;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Commands;

public sealed class JudgeCommandTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private const string Fence = "```";

    private const string Wrong =
        """
        if lo0 127.0.0.1/8
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] getsockname(3) = 0.0.0.0:53
        [1] close(3)
        [1] close(0) = -1 ETWICE

        """;

    [Fact]
    public void Every_line_has_a_remark_and_the_last_one_counts()
    {
        runner.Write("wrong.trace", Wrong);
        Ran ran = runner.Run("judge", "wrong.trace");
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe(
            """
            # wrong.trace
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3  # allowed: S1.socket-made
            [1] getsockname(3) = 0.0.0.0:53
            # ^ not allowed; allowed is 0.0.0.0:0 by S8.name-local
            #   (netinet/in_pcb.c:in_setsockaddr): getsockname returns the local address and
            #   port.
            [1] close(3)
            # ^ nothing is stated; allowed is 0 by G7.close-socket
            [1] close(0) = -1 ETWICE
            # ^ not known: no rule knows this error
            # 4 calls: 1 allowed, 1 not allowed, 1 not known, 1 without a stated outcome


            """.ReplaceLineEndings("\n"));
        ran.Error.ShouldBe(
            "wrong.trace:3:22: not allowed; allowed is 0.0.0.0:0 by S8.name-local (netinet/in_pcb.c:in_setsockaddr): "
            + "getsockname returns the local address and port.\n");
    }

    [Fact]
    public void The_output_can_be_judged_again()
    {
        runner.Write("wrong.trace", Wrong);
        string output = runner.Run("judge", "wrong.trace").Output;
        runner.Input = output;
        runner.Run("judge", "-").Output.Split('\n')[1..].ShouldBe(output.Split('\n')[1..]);
    }

    [Fact]
    public void What_is_not_known_is_clean_and_a_broken_file_is_not()
    {
        runner.Write("unknown.trace", "[1] close(0) = -1 ETWICE\n");
        runner.Run("judge", "unknown.trace").ExitCode.ShouldBe(0);
        Ran ran = runner.Run("judge", "nosuch.trace", "unknown.trace");
        (ran.ExitCode, ran.Error).ShouldBe((2, "nosuch.trace: no such file\n"));
        ran.Output.ShouldContain("# unknown.trace\n");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0, "--dialect", "any-port")]
    [InlineData(0, "--dialect", "any-order,any-port")]
    [InlineData(1, "--dialect", "any-order")]
    [InlineData(0, "--unknown", "ports")]
    [InlineData(0, "--unknown", "hosts,ports")]
    [InlineData(1, "--unknown", "hosts")]
    public void Options_say_what_is_left_open(int exitCode, params string[] options)
    {
        runner.Write(
            "port.trace",
            """
            if lo0 127.0.0.1/8
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:0) = 0
            [1] getsockname(3) = 0.0.0.0:3000
            """);
        runner.Run(["judge", "port.trace", .. options]).ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void Past_the_bound_it_says_so_once()
    {
        string forks = string.Concat(Enumerable.Range(2, 70).Select(pid => $"[{pid}] getuid() = -1 ESRCH\n"));
        runner.Write("forks.trace", "[1] fork()\n[1] fork()\n" + forks);
        runner.Run("judge", "forks.trace").Output
            .Split("# More than 64 states fit what is stated so far.").Length.ShouldBe(2);
    }

    [Fact]
    public void The_example_of_the_page_is_what_the_command_prints()
    {
        string page = File.ReadAllText(
            Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "docs", "judge.md"));
        string example = page.Split(Fence + "text\n")[^1].Split(Fence)[0];

        JudgedTrace.Of(TraceReader.Read(example, "judge.md"), Dialect.FreeBsd40, Unknowns.Ports).Text()
            .ShouldBe(example);
    }
}
