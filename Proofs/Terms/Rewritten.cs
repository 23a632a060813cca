namespace Verify.Proofs.Terms;

/// <summary>
/// What rewriting or folding says: an operator, applied to its operands, is the same as a simpler term.
/// </summary>
/// <param name="Applied">The operator and its operands as they were given; a term of no factory.</param>
/// <param name="Result">What stands in for it.</param>
internal sealed record Rewritten(Term Applied, Term Result)
{
    /// <summary>
    /// The truth value that the two differ. What lies deeper than this below what was given is taken for a variable,
    /// the same one in both: if they are equal for any value of that, they are equal for the one it has. Rewriting
    /// looks at a few levels only, so many different terms make the same statement.
    /// </summary>
    public Term Differ(int depth)
    {
        var general = new Generalization(Applied, depth);
        Term equal = Fresh(Operator.Equal, 1, general.Of(Applied), general.Of(Result));
        return Fresh(Operator.Not, 1, equal);
    }

    /// <summary>A term that nothing rewrites.</summary>
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
