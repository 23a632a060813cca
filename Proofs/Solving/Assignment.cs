using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>Values of variables that satisfy conditions; a variable without one is free, and counts as 0.</summary>
internal sealed class Assignment
{
    private readonly Dictionary<string, ulong> _values;
    private readonly TermEvaluator _evaluator;

    /// <param name="values">By the variable's name; must not change.</param>
    public Assignment(Dictionary<string, ulong> values)
    {
        _values = values;
        _evaluator = new TermEvaluator(_values, isPartial: true);
    }

    public bool Satisfies(Term condition) => _evaluator.Evaluate(condition) == 1;

    /// <summary>The value of a variable.</summary>
    public ulong ValueOf(Term variable) => _values.GetValueOrDefault(variable.Name!);

    /// <summary>A copy with other values for some variables.</summary>
    public Assignment With(IReadOnlyDictionary<string, ulong> others)
    {
        var values = new Dictionary<string, ulong>(_values);
        foreach ((string name, ulong value) in others)
        {
            values[name] = value;
        }

        return new Assignment(values);
    }
}
