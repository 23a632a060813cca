using System.Diagnostics;
using Shouldly;
using Verify.Properties.Reference;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Testing;
using Xunit;

namespace Verify.Runner.Tests.Commands;

/// <summary>What <c>prove</c> prints, and the files that it writes.</summary>
public sealed class ProveCommandTests : IDisposable
{
    private readonly RunnerFixture _runner = new();

    private const string Claim =
        "         1023 is privileged, 1024 is not: the reserved ports are those up to 1023. "
        + "[bound: the result of Ports.IsReserved; that bind uses it is BindProofs.Alone]";

    private string Proofs => Path.Combine(_runner.Directory, "artifacts", "proofs");

    [Fact]
    public void Each_proof_is_a_line_then_come_a_summary_and_the_report()
    {
        Ran ran = _runner.Run("prove", "ReservedPortProofs");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldMatch(
            """
            \Aproving 1 claim
            proved   G3  ReservedPortProofs\.Boundary unwind 16     1 paths     1 queries +[\d.]+ \w+
                     1023 is privileged, 1024 is not: the reserved ports are those up to 1023\. \[bound: [^\]]+\]
            1 of 1 proved, 0 from the cache: 1 queries, [\d.]+ \w+
            report: artifacts/proofs/report\.md
            \z
            """);
        File.ReadAllText(Path.Combine(Proofs, "report.md"))
            .ShouldContain("\n| ReservedPortProofs.Boundary | G3 | 16 | 1 | 1 | ");
    }

    [Fact]
    public void A_proof_from_the_cache_is_marked()
    {
        _runner.Run("prove", "ReservedPortProofs");
        _runner.Run("prove", "ReservedPortProofs").Output
            .ShouldMatch(@", cached\n[^\n]+\n1 of 1 proved, 1 from the cache: ");
        _runner.Run("prove", "ReservedPortProofs", "--no-cache").Output.ShouldNotContain(", cached\n");
    }

    [Fact]
    public void A_proof_without_the_cache_is_cached_for_the_next_run()
    {
        _runner.Run("prove", "ReservedPortProofs", "--no-cache");
        _runner.Run("prove", "ReservedPortProofs").Output.ShouldContain(", cached\n");
    }

    [Fact]
    public void A_damaged_cache_is_a_line()
    {
        Directory.CreateDirectory(Path.Combine(Proofs, "cache"));
        File.WriteAllText(Path.Combine(Proofs, "cache", "ReservedPortProofs.Boundary.proof"), "?");
        Ran ran = _runner.Run("prove", "ReservedPortProofs");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain("\nthe proof cache's ReservedPortProofs.Boundary.proof is not used: it is damaged\n");
    }

    [Fact]
    public void A_missing_solver_is_one_line() =>
        _runner.Run("prove", "--cvc5", "/nosuch/cvc5").ShouldSatisfyAllConditions(
            ran => (ran.ExitCode, ran.Output).ShouldBe((2, "")),
            ran => ran.Error.ShouldMatch(@"\A/nosuch/cvc5: [^\n]+\n\z"));

    [Fact]
    public void A_cross_check_without_cvc5_prints_what_to_install()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Verify.Runner.dll");
        var start = new ProcessStartInfo("dotnet", [program, "prove", "--cross-check"])
        {
            WorkingDirectory = _runner.Directory,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _runner.Directory;
        using Process prove = Process.Start(start)!;
        prove.StandardError.ReadToEnd().ShouldBe("cvc5 is not installed: apt-get install cvc5\n");
        prove.WaitForExit();
        prove.ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_proof_fails_if_a_solver_disagrees_and_the_query_is_kept()
    {
        Ran ran = _runner.Run("prove", "ReservedPortProofs", "--cvc5", FakeSolvers.Lying);
        (ran.ExitCode, ran.Error).ShouldBe((1, ""));
        string file = Path.Combine("artifacts", "proofs", "disagreements", "ReservedPortProofs.Boundary-0001.smt2");
        ran.Output.ShouldContain($", cvc5 disagrees\n{Claim}\n         cvc5 0.0 contradicts Z3: {file}\n");
        ran.Output.ShouldContain("\n         cvc5 0.0 finds that a rewriting changes a value: "
            + Path.Combine("artifacts", "proofs", "disagreements", "ReservedPortProofs.Boundary-rewriting-0001.smt2\n")
            + $"         next: ./verify prove ReservedPortProofs.Boundary --no-cache --cvc5 {FakeSolvers.Lying}\n");
        ran.Output.ShouldContain("\ncvc5 0.0: 0 unsat answers confirmed, 0 left open, 1 proofs disputed;"
            + " 0 sat answers evaluated\n");
        File.Exists(Path.Combine(_runner.Directory, file)).ShouldBeTrue();
        _runner.Run("prove", "ReservedPortProofs").Output.ShouldNotContain(", cached\n");
    }

    [Fact]
    public void A_solver_that_does_not_know_leaves_the_query_open()
    {
        Ran ran = _runner.Run("prove", "ReservedPortProofs", "--cvc5", FakeSolvers.Unsure);
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain(", cvc5 unknown (1 of 1 queries)\n");
        ran.Output.ShouldContain("\ncvc5 0.0: 0 unsat answers confirmed, 1 left open, 0 proofs disputed;"
            + " 0 sat answers evaluated\n");
    }

    [Cvc5Fact]
    public void Cvc5_confirms_a_proof()
    {
        Ran ran = _runner.Run("prove", "PortCursorProofs.StepUp", "--cross-check");
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        ran.Output.ShouldContain(", cvc5 proved (2 unsat confirmed, 2 sat evaluated, ");
        ran.Output.ShouldMatch(
            @"\ncvc5 [\d.]+: 2 unsat answers confirmed, 0 left open, 0 proofs disputed; 2 sat answers evaluated\n"
            + @"cvc5 [\d.]+: [1-9][\d,]* rewritings confirmed, 0 left open, 0 disputed\n");
    }

    [Fact]
    public void A_proof_beyond_its_limit_is_unknown_and_fails()
    {
        Ran ran = _runner.Run("prove", "PcbTableProofs.RemovalInTwoChains", "--limit", "0.0001ms");
        (ran.ExitCode, ran.Error).ShouldBe((1, ""));
        ran.Output.ShouldContain("\nunknown  G5  PcbTableProofs.RemovalInTwoChains ");
        ran.Output.ShouldMatch(@"\n         not finished within 0 s: [\d,]+ paths, [\d,]+ queries\n"
            + @"         next: \./verify prove PcbTableProofs\.RemovalInTwoChains --no-cache\n0 of 1 proved, ");
        File.ReadAllText(Path.Combine(Proofs, "report.md")).ShouldContain("\n- not finished within 0 s: ");
    }

    [Fact]
    public void A_proof_is_refuted_on_its_mutant()
    {
        Ran ran = _runner.Run("prove", "ReservedPortProofs", "--mutants");
        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldContain(", mutant refuted\n");
        ran.Output.ShouldContain("\n1 of 1 refuted on their mutants\n");
    }

    [Fact]
    public void Queries_are_written_to_the_folder_named()
    {
        _runner.Run("prove", "ReservedPortProofs", "--smt", "queries").ExitCode.ShouldBe(0);
        Directory.GetFiles(Path.Combine(_runner.Directory, "queries")).Select(Path.GetFileName)
            .ShouldBe(["ReservedPortProofs.Boundary-0001.smt2"]);
    }

    [Fact]
    public void The_next_run_continues_after_an_interruption()
    {
        using var stop = new CancellationTokenSource();
        using var output = new InterruptingWriter(stop, after: "PortCursorProofs.BothEndsAreReached");
        using var error = new StringWriter();
        CommandContext context = _runner.Context(new Terminal(output, error), stop.Token);
        CommandLine.Run(["prove", "PortCursorProofs"], context).ShouldBe(130);
        output.ToString().ShouldEndWith("Stopped before the end.\n");

        // How many more were done when the first was printed depends on the threads.
        string next = _runner.Run("prove", "PortCursorProofs").Output;

        next.ShouldMatch(@"PortCursorProofs\.BothEndsAreReached .*, cached\n");
        next.ShouldMatch(@"\n(\d+) of \1 proved, ");
    }

    public void Dispose() => _runner.Dispose();

    /// <summary>Presses Ctrl-C once a text has been printed.</summary>
    private sealed class InterruptingWriter : StringWriter
    {
        private readonly CancellationTokenSource _stop;
        private readonly string _after;

        public InterruptingWriter(CancellationTokenSource stop, string after)
        {
            (_stop, _after) = (stop, after);
            NewLine = "\n";
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(_after, StringComparison.Ordinal) == true)
            {
                _stop.Cancel();
            }
        }
    }
}
