using Shouldly;
using Verify.Implementation;
using Verify.Properties;
using Verify.Properties.Reference;
using Verify.Runner.Checks;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Checks;

/// <summary>
/// What <c>findings/</c> has is replayed: what still fails is a finding, and what does not is a note.
/// </summary>
public sealed class EarlierFindingsCheckTests : IDisposable
{
    private const string Trace = "if lo0 127.0.0.1/8\n[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] getsockname(3)\n";

    private readonly RunnerFixture _runner = new();

    [Fact]
    public void What_still_fails_is_a_finding_with_its_file()
    {
        CheckReport report = Replay("disagreement-1.trace", world => new ForgetfulKernel(world));

        report.EarlierFindings.ShouldBe(1);
        ReportedFinding found = report.Findings.ShouldHaveSingleItem();
        found.Message.ShouldStartWith("Disagreement: seen -1 EBADF");
        found.Next.ShouldBe("./verify replay findings/disagreement-1.trace");
    }

    [Fact]
    public void What_no_longer_fails_is_a_note()
    {
        CheckReport report = Replay("disagreement-1.trace", world => new Machine(world));

        report.Findings.ShouldBeEmpty();
        report.Notes.ShouldBe(["findings/disagreement-1.trace: no longer fails, and may be deleted"]);
    }

    [Fact]
    public void What_takes_two_runs_is_a_note()
    {
        CheckReport report = Replay("interference-1.trace", world => new ForgetfulKernel(world));

        report.EarlierFindings.ShouldBe(0);
        report.Findings.ShouldBeEmpty();
        report.Notes.ShouldHaveSingleItem().ShouldStartWith("findings/interference-1.trace: not replayed");
    }

    [Fact]
    public void A_check_of_a_mutant_has_findings_of_its_own()
    {
        var folder = new FindingsFolder(_runner.Directory, "reserved-1024");
        Write("other.trace");
        folder.Files().ShouldBeEmpty();
        Write("reserved-1024/goal-1.trace");
        folder.NameOf(folder.Files().ShouldHaveSingleItem()).ShouldBe("findings/reserved-1024/goal-1.trace");
    }

    [Fact]
    public void A_finding_that_is_found_again_is_reported_once_and_as_it_comes()
    {
        var announced = new List<ReportedFinding>();
        var report = new CheckReport(new FindingsFolder(_runner.Directory), announce: announced.Add);
        report.Add("Goal: G1", Path.Combine(_runner.Directory, "findings", "goal-1.trace"));
        announced.Count.ShouldBe(1);
        report.Add("Goal: G1", Path.Combine(_runner.Directory, "findings", "goal-1.trace"));

        announced.ShouldHaveSingleItem();
        report.Findings.ShouldHaveSingleItem().ToString()
            .ShouldBe("Goal: G1\n  next: ./verify replay findings/goal-1.trace");
    }

    public void Dispose() => _runner.Dispose();

    private CheckReport Replay(string name, SystemFactory boot)
    {
        Write(name);
        var folder = new FindingsFolder(_runner.Directory);
        var report = new CheckReport(folder);
        new EarlierFindingsCheck(folder, boot).Run(report, _ => { }, CancellationToken.None);
        return report;
    }

    private void Write(string name)
    {
        string path = Path.Combine("findings", name);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_runner.Directory, path))!);
        _runner.Write(path, Trace);
    }
}
