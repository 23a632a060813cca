namespace Verify.Proofs.Results;

/// <summary>One query of a proof that Z3 has answered: does some input satisfy the conditions of a path?</summary>
/// <param name="Number">Position among the proof's queries, from 1; the same in every run.</param>
/// <param name="Script">
/// In SMT-LIB 2, for any solver: the whole query if it is satisfiable, otherwise the unsat core that Z3 found.
/// </param>
/// <param name="IsSatisfiable">
/// Z3's answer; false for the negation of an assertion that holds. If true, Z3's values were checked.
/// </param>
public sealed record Obligation(int Number, string Script, bool IsSatisfiable);
