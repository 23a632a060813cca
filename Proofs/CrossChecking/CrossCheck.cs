namespace Verify.Proofs.CrossChecking;

/// <summary>What a second solver made of the questions that a proof put to Z3.</summary>
/// <param name="Solver">Program and version.</param>
/// <param name="Agreed">Questions that it answered as Z3 did.</param>
/// <param name="Open">Questions that it did not answer: out of time, or an error.</param>
/// <param name="Disagreement">The file of the first question that it answered otherwise; null for none.</param>
public sealed record CrossCheck(string Solver, int Agreed, int Open, string? Disagreement)
{
    /// <summary>Whether it answered every question as Z3 did.</summary>
    public bool Confirms => Open == 0 && Disagreement is null;
}
