namespace Verify.Proofs.Results;

/// <summary>
/// The second solver's check of the rewritings of a proof's terms, including constant folding. A condition that
/// rewriting decides is never put to a solver, so it depends on these.
/// </summary>
/// <param name="Confirmed">Distinct rewritings that preserve every value.</param>
/// <param name="Open">Rewritings for which there was no answer.</param>
/// <param name="Disputed">Rewritings that change some value.</param>
/// <param name="Dispute">The file of the first disputed rewriting; null for none.</param>
public readonly record struct RewritingCheck(int Confirmed, int Open, int Disputed, string? Dispute);
