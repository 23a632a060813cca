using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>Sets of conditions that exclude each other: a question that contains one needs no asking.</summary>
internal sealed class UnsatCores
{
    // By the newest term of each, which the fewest paths have.
    private readonly Dictionary<Term, List<IReadOnlyList<Term>>> _byNewest = [];

    public void Add(IReadOnlyList<Term> conflict)
    {
        if (conflict.Count == 0)
        {
            return;
        }

        Term newest = conflict.MaxBy(term => term.Id)!;
        if (!_byNewest.TryGetValue(newest, out List<IReadOnlyList<Term>>? others))
        {
            _byNewest.Add(newest, others = []);
        }

        others.Add(conflict);
    }

    /// <summary>Whether these conditions contain a known conflict.</summary>
    public bool Exclude(IReadOnlyList<Term> conditions)
    {
        HashSet<Term> all = [.. conditions];
        return all.Any(term =>
            _byNewest.TryGetValue(term, out List<IReadOnlyList<Term>>? known)
            && known.Exists(conflict => conflict.All(all.Contains)));
    }
}
