using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>An integer, truth value or enum: 32 or 64 bits on the evaluation stack, its own width in memory.</summary>
internal sealed class Scalar(Term term) : Value
{
    public Term Term { get; } = term;

    public override string ToString() => Term.ToString();
}
