namespace Verify.Proofs.Terms;

/// <summary>
/// Makes terms: folds constants, rewrites simple terms, and shares equal terms. One factory serves one proof, on one
/// thread.
/// </summary>
public sealed class TermFactory
{
    private readonly Dictionary<Key, Term> _terms = [];

    /// <summary>Receives each folding and rewriting; null for no receiver.</summary>
    internal Action<Rewritten>? Rewritten { get; init; }

    /// <summary>The truth value true.</summary>
    public Term True => Constant(1, 1);

    /// <summary>The truth value false.</summary>
    public Term False => Constant(0, 1);

    /// <summary>A known value, truncated to the width.</summary>
    public Term Constant(ulong value, int width) =>
        Share(Operator.Constant, width, Bits.Truncate(value, width), null, null, null, null);

    /// <summary>An unknown value. The same name and width give the same term.</summary>
    public Term Variable(string name, int width) => Share(Operator.Variable, width, 0, name, null, null, null);

    /// <summary>The bitwise complement, or the negation of a truth value.</summary>
    public Term Not(Term operand) => Make(Operator.Not, operand.Width, operand);

    /// <summary>An operator on two operands of one width, with a result of that width.</summary>
    public Term Binary(Operator op, Term first, Term second)
    {
        RequireSameWidth(first, second);
        return Make(op, first.Width, first, second);
    }

    /// <summary>The conjunction.</summary>
    public Term And(Term first, Term second) => Binary(Operator.And, first, second);

    /// <summary>The disjunction.</summary>
    public Term Or(Term first, Term second) => Binary(Operator.Or, first, second);

    /// <summary>The equality of two terms of one width.</summary>
    public Term Equal(Term first, Term second) => Compare(Operator.Equal, first, second);

    /// <summary>A comparison of two terms of one width.</summary>
    public Term Compare(Operator op, Term first, Term second)
    {
        RequireSameWidth(first, second);
        return Make(op, 1, first, second);
    }

    /// <summary>One of two terms of one width, chosen by a truth value.</summary>
    public Term Choose(Term condition, Term whenTrue, Term whenFalse)
    {
        RequireSameWidth(whenTrue, whenFalse);
        return Make(Operator.Choose, whenTrue.Width, condition, whenTrue, whenFalse);
    }

    /// <summary>Truncates, or extends with the sign or with zeros, to a width.</summary>
    public Term Resize(Term operand, int width, bool signed) =>
        width == operand.Width ? operand
        : width < operand.Width ? Make(Operator.Truncate, width, operand)
        : Make(signed ? Operator.SignExtend : Operator.ZeroExtend, width, operand);

    private Term Make(Operator op, int width, Term first, Term? second = null, Term? third = null)
    {
        Term made = Simplify(op, width, first, second, third);
        if (Rewritten is not null && (made.Operator, made.Width, made.First, made.Second, made.Third)
            != (op, width, first, second, third))
        {
            Rewritten(new Rewritten(Terms.Rewritten.Fresh(op, width, first, second, third), made));
        }

        return made;
    }

    private Term Simplify(Operator op, int width, Term first, Term? second, Term? third)
    {
        if (first.IsConstant && second is null or { IsConstant: true } && third is null or { IsConstant: true })
        {
            return Constant(
                Bits.Apply(op, width, first.Width, first.Value, second?.Value ?? 0, third?.Value ?? 0), width);
        }

        if (second is not null && IsCommutative(op)
            && (first.IsConstant || (!second.IsConstant && second.Id < first.Id)))
        {
            (first, second) = (second, first); // One order for equal terms, with a constant last.
        }

        return Rewriting.TryRewrite(this, op, width, first, second, third)
            ?? Share(op, width, 0, null, first, second, third);
    }

    private Term Share(Operator op, int width, ulong value, string? name, Term? first, Term? second, Term? third)
    {
        var key = new Key(op, width, value, name, first?.Id ?? -1, second?.Id ?? -1, third?.Id ?? -1);
        if (!_terms.TryGetValue(key, out Term? term))
        {
            term = new Term(_terms.Count, op, width, value, name, first, second, third);
            _terms.Add(key, term);
        }

        return term;
    }

    private static bool IsCommutative(Operator op) =>
        op is Operator.And or Operator.Or or Operator.Xor or Operator.Add or Operator.Multiply or Operator.Equal;

    private static void RequireSameWidth(Term first, Term second)
    {
        if (first.Width != second.Width)
        {
            throw new ArgumentException($"operands of {first.Width} and {second.Width} bits: {first}, {second}");
        }
    }

    private readonly record struct Key(
        Operator Operator, int Width, ulong Value, string? Name, int First, int Second, int Third);
}
