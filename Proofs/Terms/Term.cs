using System.Globalization;

namespace Verify.Proofs.Terms;

/// <summary>
/// An immutable bit-vector expression of 1 to 64 bits. Equal terms of one <see cref="TermFactory"/> are the same
/// object.
/// </summary>
public sealed class Term
{
    internal Term(int id, Operator op, int width, ulong value, string? name, Term? first, Term? second, Term? third)
    {
        Id = id;
        Operator = op;
        Width = width;
        Value = value;
        Name = name;
        First = first;
        Second = second;
        Third = third;
    }

    /// <summary>Position in order of creation; the same in every run.</summary>
    public int Id { get; }

    /// <summary>The operator.</summary>
    public Operator Operator { get; }

    /// <summary>Width in bits, 1 to 64.</summary>
    public int Width { get; }

    /// <summary>A constant's value, zero-extended; 0 for every other term.</summary>
    public ulong Value { get; }

    /// <summary>The name of a variable; null for every other term.</summary>
    public string? Name { get; }

    internal Term? First { get; }

    internal Term? Second { get; }

    internal Term? Third { get; }

    internal IEnumerable<Term> Operands => new[] { First, Second, Third }.OfType<Term>();

    /// <summary>True if the value is known.</summary>
    public bool IsConstant => Operator == Operator.Constant;

    internal bool IsTrue => IsConstant && Width == 1 && Value == 1;

    internal bool IsFalse => IsConstant && Width == 1 && Value == 0;

    internal bool Is(ulong value) => IsConstant && Value == value;

    /// <summary>The term in prefix notation.</summary>
    public override string ToString() => Operator switch
    {
        Operator.Constant => Value.ToString(CultureInfo.InvariantCulture),
        Operator.Variable => Name!,
        Operator.ZeroExtend or Operator.SignExtend or Operator.Truncate => $"({Operator}{Width} {First})",
        _ => $"({Operator} {string.Join(' ', new[] { First, Second, Third }.Where(operand => operand is not null))})",
    };
}
