using System.Numerics;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>The variables of each term, as bit sets.</summary>
internal sealed class VariableSets
{
    private readonly Dictionary<Term, BigInteger> _known = [];
    private readonly List<Term> _variables = [];

    public BigInteger Of(Term term)
    {
        if (term.IsConstant)
        {
            return BigInteger.Zero;
        }

        if (!_known.TryGetValue(term, out BigInteger set))
        {
            if (term.Operator == Operator.Variable)
            {
                set = BigInteger.One << _variables.Count;
                _variables.Add(term);
            }
            else
            {
                set = Of(term.First!) | OfOperand(term.Second) | OfOperand(term.Third);
            }

            _known.Add(term, set);
        }

        return set;
    }

    /// <summary>The variables in a set.</summary>
    public IEnumerable<Term> In(BigInteger set) =>
        _variables.Where((_, index) => !((set >> index) & BigInteger.One).IsZero);

    private BigInteger OfOperand(Term? term) => term is null ? BigInteger.Zero : Of(term);
}
