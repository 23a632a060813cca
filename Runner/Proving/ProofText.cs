using Verify.Proofs.Claims;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Runner.Output;

namespace Verify.Runner.Proving;

/// <summary>The text of a proof's result.</summary>
internal static class ProofText
{
    /// <summary>What the lines below a verdict start with.</summary>
    public const string Indent = "         ";

    /// <summary>
    /// A line with verdict, requirement, name, effort, and further evidence; then the claim with its bound, and each
    /// fault, a line each.
    /// </summary>
    public static string Line(ProofResult result, int nameWidth)
    {
        string line = $"{Word(result.Verdict),-8} {result.Case.Requirement,-3} {result.Case.Name.PadRight(nameWidth)}"
            + $" unwind {result.Unwind,2} {result.Paths,5} paths {result.Queries,5} queries"
            + $" {Duration.Print(result.Elapsed),8}{Extras(result)}";
        return string.Join("\n" + Indent, [line, $"{result.Case.Text} [{Bound(result.Case)}]", .. Faults(result)]);
    }

    /// <summary>The states that the claim is limited to.</summary>
    public static string Bound(ProofCase proof) => proof.Claim.Bound is { } bound ? $"bound: {bound}" : "no bound";

    /// <summary>A verdict as it is printed.</summary>
    public static string Word(ProofVerdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>The second solver's verdict, which is Z3's if it gave the same answers.</summary>
    public static string SecondWord(ProofResult result) => result.CrossCheck switch
    {
        null => "",
        { Contradicts: true } => "disagrees",
        { Open: > 0 and var open, Confirmed: var confirmed } => $"unknown ({open} of {open + confirmed} queries)",
        { Rewritings: { Open: > 0 and var open, Confirmed: var confirmed } } =>
            $"unknown ({open} of {open + confirmed} rewritings)",
        { Confirmed: var confirmed, Evaluated: var evaluated, Rewritings.Confirmed: var rewritings } =>
            $"{Word(result.Verdict)} ({confirmed} unsat confirmed, {evaluated} sat evaluated,"
            + $" {rewritings} rewritings confirmed)",
    };

    /// <summary>The values that refute a proof and what fails with them; or why its verdict is unknown.</summary>
    public static string Reason(ProofResult result) => result.Values.Count == 0
        ? result.Message
        : $"with {string.Join(", ", result.Values.Select(value => $"{value.Name} = {value.Text}"))}: {result.Message}";

    /// <summary>Each reason why the result does not hold, a line each.</summary>
    public static IEnumerable<string> Faults(ProofResult result)
    {
        if (result.Verdict != ProofVerdict.Proved)
        {
            yield return Reason(result);
        }

        if (result.CrossCheck is { Disagreement: { } file } check)
        {
            yield return $"{check.Solver} contradicts Z3: {file}";
        }

        if (result.CrossCheck is { Rewritings.Dispute: { } rewriting, Solver: var solver })
        {
            yield return $"{solver} finds that a rewriting changes a value: {rewriting}";
        }

        if (result.OnMutant is { } mutant && mutant.Verdict != ProofVerdict.Refuted)
        {
            string outcome = $"{Word(mutant.Verdict)} {Reason(mutant)}".TrimEnd();
            yield return $"not refuted on its mutant {result.Case.Claim.Mutant}: {outcome}";
        }
    }

    private static string Extras(ProofResult result) =>
        (result.CrossCheck is null ? "" : $", {SecondSolver.Program} {SecondWord(result)}")
        + (result.OnMutant is null ? "" : $", mutant {Word(result.OnMutant.Verdict)}")
        + (result.IsCached ? ", cached" : "");
}
