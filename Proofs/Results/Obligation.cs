namespace Verify.Proofs.Results;

/// <summary>One question of a proof that Z3 has answered: whether some input satisfies a path's conditions.</summary>
/// <param name="Number">Position among the proof's questions, from 1; the same in every run.</param>
/// <param name="Script">
/// In SMT-LIB 2, for any solver to answer: the question where it is satisfiable, else what Z3 needed of its conditions.
/// </param>
/// <param name="IsSatisfiable">
/// What Z3 answered; for the opposite of an assertion that holds, it is not. Where it is, Z3's values have been tried.
/// </param>
public sealed record Obligation(int Number, string Script, bool IsSatisfiable);
