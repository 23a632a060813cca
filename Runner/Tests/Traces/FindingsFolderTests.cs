using Shouldly;
using Verify.Properties.Checking;
using Verify.Properties.Generation;
using Verify.Properties.Reference;
using Verify.Runner.Checks;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Traces;

public sealed class FindingsFolderTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private static readonly Finding Found = new(
        FindingKind.Goal,
        "G1",
        "G1: process 2 in prison 10.0.0.2 owns 0.0.0.0:53",
        TraceReader.Read("if lo0 127.0.0.1/8\n[1] fork() = 2\n[2] bind(3, 0.0.0.0:53) = 0\n", "t"));

    

    [Fact]
    public void A_finding_becomes_a_trace_with_comments_and_without_the_wrong_outcome()
    {
        string file = new FindingsFolder(runner.Directory).Save(Found, "check, seed 7");

        File.ReadAllText(file).ShouldBe(
            """
            # Goal: G1: process 2 in prison 10.0.0.2 owns 0.0.0.0:53
            # Found by check, seed 7.
            # Headline: G1
            if lo0 127.0.0.1/8
            [1] fork() = 2
            [2] bind(3, 0.0.0.0:53)

            """.ReplaceLineEndings("\n"));
        TraceReader.Read(File.ReadAllText(file), file).Steps.Length.ShouldBe(2);
    }

    [Fact]
    public void The_same_finding_is_one_file_without_temporary_files()
    {
        var folder = new FindingsFolder(runner.Directory);
        folder.Save(Found, "one").ShouldBe(folder.Save(Found, "another"));
        Directory.GetFiles(Path.Combine(runner.Directory, "findings")).ShouldHaveSingleItem();
        folder.Files().ShouldHaveSingleItem();
    }

    /// <summary>Else the next check, which replays the finding, would refuse its file.</summary>
    [Fact]
    public void A_finding_on_any_generated_machine_can_be_read_back()
    {
        for (int run = 0; run < 500; run++)
        {
            string text = TraceWriter.Write(new Trace(new Generator(seed: 1, run).NextWorld(), []));
            TraceWriter.Write(TraceReader.Read(text, $"run {run}")).ShouldBe(text);
        }
    }

    [Fact]
    public void A_finding_that_cannot_be_saved_is_reported_with_its_trace()
    {
        runner.Write("taken", "");
        var report = new CheckReport(new FindingsFolder(Path.Combine(runner.Directory, "taken")));

        report.Add(Found, "check, seed 7");

        ReportedFinding fault = report.Findings.ShouldHaveSingleItem();
        fault.Next.ShouldBeNull();
        fault.Unsaved.ShouldNotBeNull().ShouldStartWith("not saved: ");
        fault.Unsaved.ShouldEndWith("\n" + FindingsFolder.TextOf(Found, "check, seed 7"));
    }
}
