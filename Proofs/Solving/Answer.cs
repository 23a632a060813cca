using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>What a solver says of conditions.</summary>
/// <param name="Values">Values for their variables that satisfy all; null where there are none.</param>
/// <param name="UnsatCore">Where there are none, those of the conditions that exclude each other; else empty.</param>
internal sealed record Answer(IReadOnlyDictionary<string, ulong>? Values, IReadOnlyList<Term> UnsatCore);
