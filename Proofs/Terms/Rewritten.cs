namespace Verify.Proofs.Terms;

/// <summary>A step of rewriting or folding: an operator, applied to its operands, equals a simpler term.</summary>
/// <param name="Applied">The operator and its operands before the step; not a term of any factory.</param>
/// <param name="Result">The term that replaces it.</param>
internal sealed record Rewritten(Term Applied, Term Result)
{
    /// <summary>
    /// The truth value that the two differ. Terms below the given depth become variables, the same in both: if the two
    /// are equal for all values of these variables, they are equal. Rewriting looks at a few levels only, so many steps
    /// share one general form.
    /// </summary>
    public Term Differ(int depth)
    {
        var general = new Generalization(Applied, depth);
        Term equal = Fresh(Operator.Equal, 1, general.Of(Applied), general.Of(Result));
        return Fresh(Operator.Not, 1, equal);
    }

    /// <summary>Makes a term without rewriting it.</summary>
    public static Term Fresh(Operator op, int width, Term first, Term? second = null, Term? third = null) =>
        new(-1, op, width, 0, null, first, second, third);

    private sealed class Generalization
    {
        private readonly HashSet<Term> _cut = [];
        private readonly Dictionary<Term, Term> _known = [];
        private int _variables;

        public Generalization(Term root, int depth)
        {
            HashSet<Term> seen = [root];
            List<Term> level = [root];
            for (var at = 0; at < depth && level.Count > 0; at++)
            {
                level = [.. level.SelectMany(term => term.Operands).Where(seen.Add)];
            }

            _cut.UnionWith(level);
        }

        public Term Of(Term term)
        {
            if (term.IsConstant)
            {
                return term;
            }

            if (!_known.TryGetValue(term, out Term? general))
            {
                general = term.Operator == Operator.Variable || _cut.Contains(term)
                    ? new Term(-1, Operator.Variable, term.Width, 0, $"{_variables++}", null, null, null)
                    : Fresh(term.Operator, term.Width, Of(term.First!), OfOperand(term.Second), OfOperand(term.Third));
                _known.Add(term, general);
            }

            return general;
        }

        private Term? OfOperand(Term? operand) => operand is null ? null : Of(operand);
    }
}
