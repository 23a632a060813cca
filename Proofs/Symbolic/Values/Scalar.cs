using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>An integer, truth value or enum: 32 or 64 bits on the evaluation stack, its own width in memory.</summary>
/// <param name="term">Its bits.</param>
/// <param name="isNative">
/// A native integer, which IL keeps apart from one of 64 bits (ECMA-335 III.1.5).
/// </param>
internal sealed class Scalar(Term term, bool isNative = false) : Value
{
    public Term Term { get; } = term;

    public bool IsNative { get; } = isNative;

    /// <summary>Whether IL counts the other as an integer of the same kind.</summary>
    public bool IsLike(Scalar other) => Term.Width == other.Term.Width && IsNative == other.IsNative;

    public override string ToString() => Term.ToString();
}
