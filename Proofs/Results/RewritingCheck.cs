namespace Verify.Proofs.Results;

/// <summary>
/// How the second solver finds the rewritings of a proof's terms, the folding of constants among them: what no solver
/// is asked because rewriting decides it rests on these.
/// </summary>
/// <param name="Confirmed">Different rewritings that change no value.</param>
/// <param name="Open">Those that it did not answer.</param>
/// <param name="Disputed">Those that change some value.</param>
/// <param name="Dispute">The file of the first of these; null for none.</param>
public readonly record struct RewritingCheck(int Confirmed, int Open, int Disputed, string? Dispute);
