using Shouldly;
using Verify.Properties.Reference;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests.Commands;

/// <summary>Each command from end to end, on the implementation and on a mutant that is wrong about one port.</summary>
public sealed class CommandTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private const string Mutant = "reserved-1024";

    private const string Failing =
        """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2
        [1] fork()
        [2] setuid(1001)
        [2] socket(AF_INET, SOCK_STREAM, 0)
        [1] sysctl("net.inet.ip.portrange.first")
        [2] bind(3, 10.0.0.2:1024)
        [2] close(3)

        """;

    [Fact]
    public void Check_finds_nothing_and_prints_how_much_it_checked()
    {
        runner.TakeOverProofs();
        runner.Run("prove", "PrisonAddressProofs");
        Ran ran = runner.Run("check", "--calls", "20000", "--threads", "2");
        ran.ExitCode.ShouldBe(0);
        ran.Error.ShouldMatch(@"\A(  [^\n]+\n)*\z", "news of what takes long, and no complaint");
        ran.Output.ShouldMatch(@"\ncalls +2\d,\d{3}\n");
        ran.Output.ShouldMatch(@"\nstates +[\d,]+,\d{3}\n");
        ran.Output.ShouldMatch(@"\nrules covered +(\d+) of \1\n");
        ran.Output.ShouldMatch(@"\nproofs +(\d+) of \1\nproofs from the cache +[1-9]\d*\n");
        ran.Output.ShouldMatch(
            @"\nfindings +0\n(left out: leak check[^\n]+\n){0,2}Nothing found(\.| in what was checked\.)");
        ran.Output.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void A_known_finding_is_counted_and_not_reported()
    {
        string[] check = ["check", "--theme", "network", "--calls", "30000", "--mutant", "closed-socket-refuses"];
        Ran first = runner.Run(check);
        string[] headlines =
        [
            .. Directory.GetFiles(Path.Combine(runner.Directory, "findings", "closed-socket-refuses"))
                .Select(file => File.ReadAllText(file).Split("# Headline: ")[1].Split('\n')[0]),
        ];
        runner.Write("known.txt", $"# what is known\n\n{string.Join('\n', headlines)}\n");

        Ran second = runner.Run([.. check, "--known", "known.txt"]);

        (first.ExitCode, second.ExitCode).ShouldBe((1, 0));
        second.Output.ShouldMatch(@"\nfindings +0\n");
        second.Output.ShouldMatch(
            $@"\nknown findings met: [\d,]+ of {headlines.Length} kinds?\nNothing found in what was checked\.\n");
        runner.Run([.. check, "--known", "nosuch.txt"]).Error.ShouldBe("nosuch.txt: no such file\n");
    }

    [Fact]
    public void Check_prints_findings_as_they_come_and_commands_to_paste_at_the_end()
    {
        Ran ran = runner.Run("check", "--world", "ports-low", "--proof", "ReservedPortProofs", "--mutant", Mutant);
        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldMatch(
            $"""
            \Aexploring ports-low
            Disagreement: [^\n]+(\n  [^\n]+)*
              next: (\./verify replay findings/{Mutant}/disagreement-[0-9a-f]+\.trace --mutant {Mutant})
            proving 1 claim
            Proof: ReservedPortProofs\.Boundary is refuted: with port = 1024: [^\n]+(\n  [^\n]+)*
              next: (\./verify check --proof ReservedPortProofs\.Boundary --mutant {Mutant})
            earlier findings +0
            (.*\n)+findings +2
            Left out: [^.]*(\n  [^.]*)*\.
            \2
            \4
            \z
            """);
        string[] replay = ran.Output.Split('\n')[^3]["./verify ".Length..].Split(' ');
        runner.Run(replay).ExitCode.ShouldBe(1);
        string[] prove = ran.Output.Split('\n')[^2]["./verify ".Length..].Split(' ');
        runner.Run(prove).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Mutants_shows_the_engine_at_work()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextWriter.Null, error, newsInterval: TimeSpan.Zero);
        CommandLine.Run(["mutants", Mutant], runner.Context(terminal, CancellationToken.None)).ShouldBe(0);
        error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            $"  0 of 1 done; {Mutant}: compiling",
            $"  0 of 1 done; {Mutant}: proofs",
            $"  0 of 1 done; {Mutant}: small worlds",
            $"  0 of 1 done; {Mutant}: campaign",
        ]);
    }

    [Fact]
    public void Mutants_prints_what_caught_it_and_the_trace()
    {
        Ran ran = runner.Run("mutants", Mutant);
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldStartWith($"testing 1 mutant\n{Mutant}, against G3, P5\n  Port 1024 counts as privileged.\n");
        ran.Output.ShouldContain("\n  caught by proof ReservedPortProofs.Boundary\n    with port = 1024: ");
        ran.Output.ShouldMatch(@"\n  caught by ports-low, [\d,]+ states\n");
        ran.Output.ShouldMatch(@"\n  caught by campaign, [\d,]+ calls\n");
        ran.Output.ShouldContain(":1024) = -1 EACCES\n");
        ran.Output.ShouldEndWith("\n1 of 1 caught\n");
    }

    [Fact]
    public void Mutants_prints_the_number_of_seeds()
    {
        Ran ran = runner.Run("mutants", Mutant, "--seeds", "2");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldMatch(@"\n  caught by campaign, [\d,]+ calls under the first seed, 2 of 2 seeds in all\n");
    }

    [Fact]
    public void Replay_on_a_mutant_marks_the_fault()
    {
        runner.Write("failing.trace", Failing);
        Ran ran = runner.Run("replay", "failing.trace", "--mutant", Mutant);
        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldStartWith("failing.trace:7:27: Disagreement: seen -1 EACCES, allowed 0 by P5.explicit");
        ran.Output.ShouldContain("[2] bind(3, 10.0.0.2:1024) = -1 EACCES\n# ^ Disagreement: seen -1 EACCES");
    }

    [Fact]
    public void Shrink_prints_a_smaller_trace_that_still_fails()
    {
        runner.Write("failing.trace", Failing);
        Ran shrunk = runner.Run("shrink", "failing.trace", "--mutant", Mutant);
        (shrunk.ExitCode, shrunk.Error).ShouldBe((1, ""));
        shrunk.Output.ShouldStartWith("# failing.trace, 6 calls shrunk to 3\n");

        runner.Write("shrunk.trace", shrunk.Output);
        runner.Run("replay", "shrunk.trace", "--mutant", Mutant).ExitCode.ShouldBe(1);
        runner.Run("replay", "shrunk.trace").Error
            .ShouldContain("the trace states -1 EACCES, the implementation returned 0");
    }

    [Fact]
    public void Shrink_of_a_trace_that_does_not_fail_is_one_line()
    {
        runner.Write("sound.trace", Failing);
        runner.Run("shrink", "sound.trace").ShouldBe(
            new Ran(2, "", "sound.trace: nothing to shrink, since the two sides agree and every goal holds\n"));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("prove")]
    [InlineData("mutants")]
    public void An_interrupted_command_reports_it(string command)
    {
        Ran ran = runner.Run(new CancellationToken(canceled: true), command);
        ran.ExitCode.ShouldBe(130);
        ran.Output.ShouldEndWith("Stopped before the end.\n");
    }
}
