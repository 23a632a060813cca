namespace Verify.Proofs.Terms;

/// <summary>Which bits of a term some value of its variables can set, as far as its outer operators tell.</summary>
internal static class KnownBits
{
    // Octets shifted and joined to a word, and that widened, are not deeper.
    private const int Depth = 8;

    /// <summary>Whether neither term can have a bit that the other can have: their sum is what both bits are.</summary>
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
