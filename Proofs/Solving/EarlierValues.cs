using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>Values that have satisfied earlier queries: often some satisfy the next one, too.</summary>
internal sealed class EarlierValues
{
    // More find little more, and all are evaluated for a query that none satisfies.
    private const int Kept = 1000;

    // The last used come first.
    private readonly LinkedList<Assignment> _known = [];

    public void Add(IReadOnlyDictionary<string, ulong> values)
    {
        _known.AddFirst(new Assignment(new Dictionary<string, ulong>(values)));
        if (_known.Count > Kept)
        {
            _known.RemoveLast();
        }
    }

    /// <summary>Values of these variables that satisfy all conditions; null if no earlier ones do.</summary>
    public IReadOnlyDictionary<string, ulong>? Satisfying(
        IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        for (LinkedListNode<Assignment>? node = _known.First; node is not null; node = node.Next)
        {
            if (Satisfies(node.Value, conditions))
            {
                _known.Remove(node);
                _known.AddFirst(node);
                return variables.ToDictionary(variable => variable.Name!, node.Value.ValueOf);
            }
        }

        return null;
    }

    // The last condition is the newest one, and the first to fail.
    private static bool Satisfies(Assignment known, IReadOnlyList<Term> conditions)
    {
        for (var i = conditions.Count; i-- > 0;)
        {
            if (!known.Satisfies(conditions[i]))
            {
                return false;
            }
        }

        return true;
    }
}
