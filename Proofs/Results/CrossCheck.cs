namespace Verify.Proofs.Results;

/// <summary>
/// How the answers of Z3 to a proof's queries were checked. If a query is satisfiable, the query's terms were evaluated
/// with Z3's values; if it is unsatisfiable, a second solver must find the same.
/// </summary>
/// <param name="Solver">Program and version of the second solver.</param>
/// <param name="Confirmed">Unsatisfiable queries that the second solver confirmed.</param>
/// <param name="Open">Queries that the second solver did not answer: a timeout or an error.</param>
/// <param name="Evaluated">Satisfiable queries, evaluated with Z3's values.</param>
/// <param name="Disagreement">The file of the first query that it found satisfiable; null for none.</param>
public sealed record CrossCheck(string Solver, int Confirmed, int Open, int Evaluated, string? Disagreement)
{
    /// <summary>The check of the proof's rewritings.</summary>
    public RewritingCheck Rewritings { get; init; }

    /// <summary>True if every answer and every rewriting is confirmed.</summary>
    public bool Confirms => !Contradicts && Open == 0 && Rewritings.Open == 0;

    /// <summary>True if an answer or a rewriting is wrong.</summary>
    public bool Contradicts => Disagreement is not null || Rewritings.Disputed > 0;
}
