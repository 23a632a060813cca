using Shouldly;
using Verify.Implementation;
using Verify.Proofs;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;
using Verify.Properties.Reference;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Proving;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Checks;

/// <summary>Each check finds the fault of a wrong kernel, saves its trace, and reports it.</summary>
public sealed class ChecksTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private static readonly SystemFactory Hanging = world => new ForgetfulKernel(world, Timeout.InfiniteTimeSpan);

    private static readonly SmallWorld[] Two =
    [
        .. WorldFolder.Load(Repository.Around(AppContext.BaseDirectory).Worlds)
            .Where(world => world.Name is "ports-up" or "ports-down"),
    ];

    private static readonly CallWatchdog Impatient = new(TimeSpan.FromMilliseconds(500));

    private readonly CheckReport _report = new(new FindingsFolder(runner.Directory));

    [Fact]
    public void Generated_calls_find_it_and_the_saved_trace_is_minimal()
    {
        var options = new CampaignOptions { Calls = 10_000, Threads = 1 };
        new CampaignCheck(options, world => new ForgetfulKernel(world)).Run(_report, _ => { }, CancellationToken.None);

        _report.Calls.ShouldBeGreaterThanOrEqualTo(10_000);
        string saved = Saved(_report.Findings[0]);
        saved.ShouldStartWith("# Disagreement: seen -1 EBADF, allowed ");
        saved.ShouldContain("\n# Found by generated calls, seed 1, run ");
        saved.Split('\n').Count(line => line.StartsWith("[1]", StringComparison.Ordinal)).ShouldBe(2, saved);
        saved.ShouldMatch(@"\n\[1\] getsockname\(\d\)\n\z");
    }

    [Fact]
    public void Small_worlds_find_it()
    {
        new WorldsCheck(Two, world => new ForgetfulKernel(world), threads: 1)
            .Run(_report, _ => { }, CancellationToken.None);

        _report.States.ShouldBeGreaterThan(0);
        _report.Findings.ShouldNotBeEmpty();
        Saved(_report.Findings[0]).ShouldContain("\n# Found by the small world ");
    }

    [Fact]
    public void The_corpus_finds_it_and_names_the_trace()
    {
        const string Text = "# Names.\n# requirements: S8\nif lo0 127.0.0.1/8\n"
            + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] getsockname(3) = 0.0.0.0:0\n";
        string corpus = Directory.CreateDirectory(Path.Combine(runner.Directory, "corpus")).FullName;
        CorpusFolder.Save(corpus, CorpusText.Read(Text, "names.trace"));

        new CorpusCheck(corpus, world => new ForgetfulKernel(world)).Run(_report, _ => { }, CancellationToken.None);

        _report.Traces.ShouldBe(1);
        (string message, string? next, _) = _report.Findings.ShouldHaveSingleItem();
        message.ShouldStartWith("Disagreement: seen -1 EBADF, allowed 0.0.0.0:0 by S8.name-local");
        next.ShouldBe("./verify replay corpus/names.trace");
    }

    [Theory]
    [InlineData("", "0.0.0.0:1", "a result differs from the stated one")]
    [InlineData("# differs: D1\n", "0.0.0.0:0", "every result is as stated, although the file claims that D1 differs")]
    [InlineData("", "0.0.0.0:0", null)]
    [InlineData("# differs: D1\n", "0.0.0.0:1", null)]
    public void A_fact_is_followed_or_differs_as_declared(string differs, string name, string? complaint)
    {
        string facts = Directory.CreateTempSubdirectory("facts-").FullName;
        string file = Path.Combine(facts, "names.trace");
        File.WriteAllText(
            file,
            $"# Names.\n# source: netinet/in_pcb.c:in_setsockaddr\n{differs}if lo0 127.0.0.1/8\n"
            + $"[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] getsockname(3) = {name}\n");

        new FactsCheck(facts, world => new Machine(world)).Run(_report, _ => { }, CancellationToken.None);

        _report.Facts.ShouldBe(1);
        string next = $"./verify replay {Path.GetRelativePath(runner.Directory, file)}";
        _report.Findings.ShouldBe(complaint is null ? [] : [new ReportedFinding(complaint, next)]);
    }

    [Fact]
    public void Proofs_of_a_mutant_do_not_use_the_cache()
    {
        runner.Run("prove", "ReservedPortProofs").ExitCode.ShouldBe(0);
        Repository repository = Repository.Around(AppContext.BaseDirectory);
        ImplementationImage image = new ProofMutants(repository).ImageOf("reserved-1024");
        var folder = new ProofFolder(Path.Combine(runner.Directory, "artifacts"));
        ProofCase[] proofs = [.. ProofCatalogue.All.Where(proof => proof.Name == "ReservedPortProofs.Boundary")];
        new ProofsCheck(proofs, image, folder, threads: 2).Run(_report, _ => { }, CancellationToken.None);

        _report.Cached.ShouldBe(0);
        _report.Proofs.ShouldHaveSingleItem().Verdict.ShouldBe(ProofVerdict.Refuted);
        ReportedFinding refuted = _report.Findings.ShouldHaveSingleItem();
        refuted.Message.ShouldStartWith("Proof: ReservedPortProofs.Boundary is refuted: with port = 1024: ");
        refuted.Next.ShouldBe("./verify prove ReservedPortProofs.Boundary");
    }

    [Fact]
    public void A_trace_that_hangs_is_reported_and_the_last_one_replayed()
    {
        const string Text =
            "if lo0 127.0.0.1/8\n[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] getsockname(3) = 0.0.0.0:0\n";
        string corpus = Directory.CreateDirectory(Path.Combine(runner.Directory, "hanging")).FullName;
        CorpusFolder.Save(corpus, CorpusText.Read($"# A.\n# requirements: G2\n{Text}", "a.trace"));
        CorpusFolder.Save(corpus, CorpusText.Read($"# B.\n# requirements: G2\n{Text}", "b.trace"));

        new CorpusCheck(corpus, Hanging, watch: Impatient).Run(_report, _ => { }, CancellationToken.None);

        (string message, string? next, _) = _report.Findings.ShouldHaveSingleItem();
        message.ShouldStartWith("Hang: G2: ");
        next.ShouldBe("./verify replay hanging/a.trace");
    }

    [Fact]
    public void A_small_world_that_hangs_is_reported_with_its_calls()
    {
        new WorldsCheck(Two, Hanging, threads: 2, Impatient).Run(_report, _ => { }, CancellationToken.None);

        ReportedFinding hang = _report.Findings[^1];
        hang.Message.ShouldStartWith("Hang: G2: ");
        Saved(hang).TrimEnd().Split('\n')[^1].ShouldContain("getsockname(");
    }

    [Fact]
    public void A_cancelled_check_saves_its_findings()
    {
        var options = new CampaignOptions { Threads = 1 };
        using var stop = new CancellationTokenSource();
        new CampaignCheck(options, world => new ForgetfulKernel(world)).Run(_report, _ => stop.Cancel(), stop.Token);

        _report.Findings.ShouldNotBeEmpty();
        _report.Findings.ShouldAllBe(finding => Saved(finding).Length > 0);
    }

    private string Saved(ReportedFinding finding) => File.ReadAllText(
        Path.Combine(runner.Directory, finding.Next!["./verify replay ".Length..]));
}
