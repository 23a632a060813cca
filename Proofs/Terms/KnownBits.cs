namespace Verify.Proofs.Terms;

/// <summary>The bits of a term that can be set, as far as its outer operators determine.</summary>
internal static class KnownBits
{
    // Enough for bytes shifted and joined to a word, and the word widened.
    private const int Depth = 8;

    /// <summary>True if no bit can be set in both terms: their sum then equals their bitwise or.</summary>
    public static bool AreDisjoint(Term first, Term second) => (Possible(first) & Possible(second)) == 0;

    private static ulong Possible(Term term, int depth = Depth) => term.Operator switch
    {
        Operator.Constant => term.Value,
        _ when depth == 0 => Bits.Mask(term.Width),
        Operator.ZeroExtend => Possible(term.First!, depth - 1),
        Operator.And => Possible(term.First!, depth - 1) & Possible(term.Second!, depth - 1),
        Operator.Or => Possible(term.First!, depth - 1) | Possible(term.Second!, depth - 1),
        Operator.ShiftLeft when term.Second!.IsConstant && term.Second.Value < (ulong)term.Width =>
            Bits.Truncate(Possible(term.First!, depth - 1) << (int)term.Second.Value, term.Width),
        _ => Bits.Mask(term.Width),
    };
}
