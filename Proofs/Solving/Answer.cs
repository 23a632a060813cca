using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>A solver's answer to a query.</summary>
/// <param name="Values">Values of the variables that satisfy all conditions; null if there are none.</param>
/// <param name="UnsatCore">If there are none, conditions that together are unsatisfiable; otherwise empty.</param>
internal sealed record Answer(IReadOnlyDictionary<string, ulong>? Values, IReadOnlyList<Term> UnsatCore);
