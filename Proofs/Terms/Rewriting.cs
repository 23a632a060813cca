namespace Verify.Proofs.Terms;

/// <summary>
/// Rewritings that keep terms small before they reach the solver: neutral operands, and comparisons of widened values,
/// to which C# extends every 16-bit comparison. A constant operand comes second.
/// </summary>
internal static class Rewriting
{
    /// <summary>Finds an equal, simpler term; null if none is known.</summary>
    public static Term? TryRewrite(TermFactory terms, Operator op, int width, Term first, Term? second, Term? third) =>
        op switch
        {
            Operator.Not => first.Operator == Operator.Not ? first.First : null,
            Operator.And => And(terms, first, second!),
            Operator.Or => Or(terms, first, second!),
            Operator.Xor => Xor(terms, first, second!),
            Operator.Add => Add(terms, first, second!),
            Operator.Subtract => Subtract(terms, first, second!),
            Operator.Multiply => second!.Is(0) ? second : second.Is(1) ? first : null,
            Operator.ShiftLeft or Operator.ShiftRightUnsigned or Operator.ShiftRightSigned =>
                second!.Is(0) ? first : null,
            Operator.Equal => Equal(terms, first, second!),
            Operator.LessUnsigned => LessUnsigned(terms, first, second!),
            Operator.LessSigned => LessSigned(terms, first, second!),
            Operator.Choose => Choose(terms, first, second!, third!),
            Operator.ZeroExtend => first.Operator == Operator.ZeroExtend ? Widen(terms, first, width) : null,
            Operator.SignExtend => first.Operator is Operator.ZeroExtend or Operator.SignExtend
                ? Widen(terms, first, width)
                : null,
            Operator.Truncate => Truncate(terms, first, width),
            _ => null,
        };

    private static Term? And(TermFactory terms, Term first, Term second) =>
        first == second || second.Is(Bits.Mask(second.Width)) ? first
        : second.Is(0) ? second
        : AreOpposite(first, second) ? terms.Constant(0, first.Width)
        : null;

    private static Term? Or(TermFactory terms, Term first, Term second) =>
        first == second || second.Is(0) ? first
        : second.Is(Bits.Mask(second.Width)) ? second
        : first.Operator == Operator.ZeroExtend && second.Operator == Operator.ZeroExtend
            ? OrNarrow(terms, first, second)
        : null;

    private static Term OrNarrow(TermFactory terms, Term first, Term second)
    {
        var width = Math.Max(first.First!.Width, second.First!.Width);
        Term narrow = terms.Or(terms.Resize(first, width, signed: false), terms.Resize(second, width, signed: false));
        return terms.Resize(narrow, first.Width, signed: false);
    }

    private static Term? Xor(TermFactory terms, Term first, Term second) =>
        second.Is(0) ? first
        : first == second ? terms.Constant(0, first.Width)
        : second.Is(Bits.Mask(second.Width)) ? terms.Not(first)
        : null;

    private static Term? Add(TermFactory terms, Term first, Term second) =>
        second.Is(0) ? first
        : second.IsConstant && first is { Operator: Operator.Add, Second.IsConstant: true }
            ? terms.Binary(Operator.Add, first.First!, terms.Binary(Operator.Add, first.Second, second))
        : AreDisjoint(first, second) ? terms.Or(first, second)
        : AddPart(terms, first, second) ?? AddPart(terms, second, first);

    // Adding the parts of a word one by one is adding the whole word.
    private static Term? AddPart(TermFactory terms, Term sum, Term part) =>
        sum.Operator != Operator.Add ? null
        : AreDisjoint(sum.Second!, part) ? terms.Binary(Operator.Add, sum.First!, terms.Or(sum.Second!, part))
        : AreDisjoint(sum.First!, part) ? terms.Binary(Operator.Add, sum.Second!, terms.Or(sum.First!, part))
        : null;

    // Constants are added to each other instead.
    private static bool AreDisjoint(Term first, Term second) =>
        !first.IsConstant && !second.IsConstant && KnownBits.AreDisjoint(first, second);

    private static Term? Subtract(TermFactory terms, Term first, Term second) =>
        first == second ? terms.Constant(0, first.Width)
        : second.IsConstant
            ? terms.Binary(Operator.Add, first, terms.Constant(0UL - second.Value, second.Width))
        : null;

    private static Term? Equal(TermFactory terms, Term first, Term second)
    {
        if (first == second)
        {
            return terms.True;
        }

        if (first.Width == 1 && second.IsConstant)
        {
            return second.IsTrue ? first : terms.Not(first);
        }

        if (second.IsConstant
            && first.Operator == Operator.Choose && (first.Second!.IsConstant || first.Third!.IsConstant))
        {
            return terms.Choose(
                first.First!, terms.Equal(first.Second, second), terms.Equal(first.Third!, second));
        }

        return Narrow(terms, first, second) is var (a, b) ? terms.Equal(a, b)
            : IsBeyond(first, second) ? terms.False
            : null;
    }

    private static Term? LessUnsigned(TermFactory terms, Term first, Term second) =>
        first == second || second.Is(0) ? terms.False
        : second.IsConstant && Greatest(first) < second.Value ? terms.True
        : Narrow(terms, first, second) is var (a, b) ? terms.Compare(Operator.LessUnsigned, a, b)
        : IsBeyond(first, second) ? terms.True
        : IsBeyond(second, first) ? terms.False
        : null;

    private static Term? LessSigned(TermFactory terms, Term first, Term second) =>
        first == second ? terms.False
        : IsNonNegative(first) && IsNonNegative(second) ? terms.Compare(Operator.LessUnsigned, first, second)
        : null;

    private static Term? Choose(TermFactory terms, Term condition, Term whenTrue, Term whenFalse) =>
        condition.IsTrue || whenTrue == whenFalse ? whenTrue
        : condition.IsFalse ? whenFalse
        : whenTrue.IsTrue && whenFalse.IsFalse ? condition
        : whenTrue.IsFalse && whenFalse.IsTrue ? terms.Not(condition)
        : condition.Operator == Operator.Not ? terms.Choose(condition.First!, whenFalse, whenTrue)
        : whenTrue.Width == 1 ? ChooseTruth(terms, condition, whenTrue, whenFalse)
        : ChooseNarrow(terms, condition, whenTrue, whenFalse);

    private static Term? ChooseTruth(TermFactory terms, Term condition, Term whenTrue, Term whenFalse) =>
        whenFalse.IsFalse ? terms.And(condition, whenTrue)
        : whenTrue.IsTrue ? terms.Or(condition, whenFalse)
        : whenTrue.IsFalse ? terms.And(terms.Not(condition), whenFalse)
        : whenFalse.IsTrue ? terms.Or(terms.Not(condition), whenTrue)
        : null;

    // Choose between truth values, which C# keeps in more bits, before widening.
    private static Term? ChooseNarrow(TermFactory terms, Term condition, Term whenTrue, Term whenFalse) =>
        IsWidenedTruth(whenTrue) && IsWidenedTruth(whenFalse)
            ? terms.Resize(
                terms.Choose(
                    condition, terms.Resize(whenTrue, 1, signed: false), terms.Resize(whenFalse, 1, signed: false)),
                whenTrue.Width,
                signed: false)
            : null;

    private static bool IsWidenedTruth(Term term) =>
        term is { Operator: Operator.ZeroExtend, First.Width: 1 } || (term.IsConstant && term.Value <= 1);

    private static Term? Truncate(TermFactory terms, Term operand, int width) => operand.Operator switch
    {
        Operator.Truncate => terms.Resize(operand.First!, width, signed: false),
        Operator.ZeroExtend or Operator.SignExtend => Widen(terms, operand, width),
        Operator.Choose when operand.Second!.IsConstant || operand.Third!.IsConstant => terms.Choose(
            operand.First!,
            terms.Resize(operand.Second!, width, signed: false),
            terms.Resize(operand.Third!, width, signed: false)),
        _ => null,
    };

    // Extends the same value in the same way, to another width.
    private static Term Widen(TermFactory terms, Term widened, int width) =>
        terms.Resize(widened.First!, width, widened.Operator == Operator.SignExtend);

    // Two zero-extended operands, or one and a constant that fits, compare as before the extension.
    private static (Term First, Term Second)? Narrow(TermFactory terms, Term first, Term second)
    {
        var width = Math.Max(SignificantWidth(first), SignificantWidth(second));
        return width < first.Width && (first.Operator == Operator.ZeroExtend || second.Operator == Operator.ZeroExtend)
            ? (terms.Resize(first, width, signed: false), terms.Resize(second, width, signed: false))
            : null;
    }

    // The constant is greater than any zero-extended value.
    private static bool IsBeyond(Term widened, Term constant) =>
        widened.Operator == Operator.ZeroExtend && constant.IsConstant
        && constant.Value > Bits.Mask(widened.First!.Width);

    private static bool IsNonNegative(Term term) => SignificantWidth(term) < term.Width;

    // Bits above these are zero.
    private static int SignificantWidth(Term term) => term.Operator switch
    {
        Operator.Constant => Math.Max(1, 64 - System.Numerics.BitOperations.LeadingZeroCount(term.Value)),
        Operator.ZeroExtend => term.First!.Width,
        _ => term.Width,
    };

    // An upper bound on the value of the term, from operands down to a small depth.
    private static ulong Greatest(Term term, int depth = 4) => term.Operator switch
    {
        Operator.Constant => term.Value,
        _ when depth == 0 => Bits.Mask(term.Width),
        Operator.And => Math.Min(Greatest(term.First!, depth - 1), Greatest(term.Second!, depth - 1)),
        Operator.ZeroExtend => Greatest(term.First!, depth - 1),
        Operator.Choose => Math.Max(Greatest(term.Second!, depth - 1), Greatest(term.Third!, depth - 1)),
        Operator.RemainderUnsigned when term.Second!.IsConstant && !term.Second.Is(0) => term.Second.Value - 1,
        Operator.ShiftRightUnsigned when term.Second!.IsConstant && term.Second.Value < 64 =>
            Greatest(term.First!, depth - 1) >> (int)term.Second.Value,
        _ => Bits.Mask(term.Width),
    };

    private static bool AreOpposite(Term first, Term second) =>
        (first.Operator == Operator.Not && first.First == second)
        || (second.Operator == Operator.Not && second.First == first);
}
