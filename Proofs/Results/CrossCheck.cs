namespace Verify.Proofs.Results;

/// <summary>
/// How the answers that a proof got from Z3 were checked. Where some input satisfies a question, Z3 has said which, and
/// the question's own terms were evaluated with it; that none does, a second solver has to find too.
/// </summary>
/// <param name="Solver">Program and version of the second solver.</param>
/// <param name="Confirmed">Questions that no input satisfies, by the second solver too.</param>
/// <param name="Open">Questions that it did not answer: out of time, or an error.</param>
/// <param name="Evaluated">Questions that Z3's values satisfy, evaluated.</param>
/// <param name="Disagreement">The file of the first question that it answered otherwise; null for none.</param>
public sealed record CrossCheck(string Solver, int Confirmed, int Open, int Evaluated, string? Disagreement)
{
    /// <summary>What it finds of the proof's rewritings.</summary>
    public RewritingCheck Rewritings { get; init; }

    /// <summary>Whether every answer and every rewriting is confirmed.</summary>
    public bool Confirms => !Contradicts && Open == 0 && Rewritings.Open == 0;

    /// <summary>Whether it finds an answer or a rewriting wrong.</summary>
    public bool Contradicts => Disagreement is not null || Rewritings.Disputed > 0;
}
