using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>An integer, truth value or enum: 32 or 64 bits on the evaluation stack, its own width in memory.</summary>
/// <param name="term">The bits.</param>
/// <param name="isNative">
/// True for a native integer, which IL distinguishes from a 64-bit one (ECMA-335 III.1.5).
/// </param>
internal sealed class Scalar(Term term, bool isNative = false) : Value
{
    public Term Term { get; } = term;

    public bool IsNative { get; } = isNative;

    /// <summary>True if IL treats the other as an integer of the same kind.</summary>
    public bool IsLike(Scalar other) => Term.Width == other.Term.Width && IsNative == other.IsNative;

    public override string ToString() => Term.ToString();
}
