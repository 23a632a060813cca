using System.Text;
using Verify.Proofs.Results;
using Verify.Runner.Output;

namespace Verify.Runner.Proving;

/// <summary>The results of a run of proofs: its last lines, and a page in Markdown with a row for each proof.</summary>
/// <param name="Results">The proofs that were run.</param>
/// <param name="Asked">How many were to be run.</param>
/// <param name="Elapsed">The time that the run took.</param>
/// <param name="Solver">The first solver and its version.</param>
internal sealed record ProofReport(IReadOnlyList<ProofResult> Results, int Asked, TimeSpan Elapsed, string Solver)
{
    private IEnumerable<string> Head =>
        ["proof", "requirement", "unwind", "paths", "queries", "time", Solver, "second solver", "its mutant", "claim",
            "bound"];

    /// <summary>A line for each kind of evidence.</summary>
    public IEnumerable<string> Summary()
    {
        int proved = Results.Count(result => result.Verdict == ProofVerdict.Proved);
        int cached = Results.Count(result => result.IsCached);
        yield return $"{proved} of {Asked} proved, {cached} from the cache:"
            + $" {Results.Sum(result => result.Queries):n0} queries, {Duration.Print(Elapsed)}";
        CrossCheck[] checks = [.. Results.Select(result => result.CrossCheck).OfType<CrossCheck>()];
        if (checks is [{ Solver: var solver }, ..])
        {
            int disputed = checks.Count(check => check.Contradicts);
            RewritingCheck[] rewritings = [.. checks.Select(check => check.Rewritings)];
            yield return $"{solver}: {checks.Sum(check => check.Confirmed):n0} unsat answers confirmed,"
                + $" {checks.Sum(check => check.Open):n0} left open, {disputed:n0} proofs disputed;"
                + $" {checks.Sum(check => check.Evaluated):n0} sat answers evaluated";
            yield return $"{solver}: {rewritings.Sum(check => check.Confirmed):n0} rewritings confirmed,"
                + $" {rewritings.Sum(check => check.Open):n0} left open,"
                + $" {rewritings.Sum(check => check.Disputed):n0} disputed";
        }

        ProofResult[] tried = [.. Results.Select(result => result.OnMutant).OfType<ProofResult>()];
        if (tried.Length > 0)
        {
            int refuted = tried.Count(result => result.Verdict == ProofVerdict.Refuted);
            yield return $"{refuted} of {tried.Length} refuted on their mutants";
        }
    }

    /// <summary>The page.</summary>
    public string Page()
    {
        var page = new StringBuilder("# Proofs\n\n");
        foreach (string line in Summary())
        {
            page.Append($"- {line}\n");
        }

        page.Append('\n').Append(Row(Head)).Append("|---|---|--:|--:|--:|--:|---|---|---|---|---|\n");
        foreach (ProofResult result in Results)
        {
            page.Append(Row(Cells(result)));
        }

        foreach (ProofResult result in Results.Where(result => !result.Holds))
        {
            page.Append($"\n## {result.Case.Name}\n\n");
            page.AppendJoin("", ProofText.Faults(result).Select(fault => $"- {fault}\n"));
        }

        return page.ToString();
    }

    private static string[] Cells(ProofResult result) =>
    [
        result.Case.Name,
        result.Case.Requirement,
        $"{result.Unwind}",
        $"{result.Paths}",
        $"{result.Queries}",
        Duration.Print(result.Elapsed) + (result.IsCached ? " (cached)" : ""),
        ProofText.Word(result.Verdict),
        result.CrossCheck is { Solver: var solver } ? $"{solver}: {ProofText.SecondWord(result)}" : "-",
        result.OnMutant is { Verdict: var verdict } ? $"{result.Case.Claim.Mutant}: {ProofText.Word(verdict)}" : "-",
        result.Case.Text,
        result.Case.Claim.Bound ?? "none",
    ];

    private static string Row(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
}
