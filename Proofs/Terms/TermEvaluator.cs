namespace Verify.Proofs.Terms;

/// <summary>Evaluates terms, given values of the variables.</summary>
/// <param name="values">Variables by name, zero-extended.</param>
/// <param name="isPartial">True if a variable may have no value, and then counts as 0.</param>
public sealed class TermEvaluator(IReadOnlyDictionary<string, ulong> values, bool isPartial = false)
{
    private readonly Dictionary<Term, ulong> _known = [];

    /// <summary>The value, zero-extended.</summary>
    /// <exception cref="KeyNotFoundException">A variable has no value.</exception>
    public ulong Evaluate(Term term)
    {
        if (_known.TryGetValue(term, out var value))
        {
            return value;
        }

        value = term.Operator switch
        {
            Operator.Constant => term.Value,
            Operator.Variable => Bits.Truncate(ValueOf(term.Name!), term.Width),
            _ => Bits.Apply(
                term.Operator, term.Width, term.First!.Width,
                Evaluate(term.First), Operand(term.Second), Operand(term.Third)),
        };
        _known.Add(term, value);
        return value;
    }

    private ulong ValueOf(string variable) => isPartial ? values.GetValueOrDefault(variable) : values[variable];

    private ulong Operand(Term? term) => term is null ? 0 : Evaluate(term);
}
