using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>Sets of conditions that are unsatisfiable: so is every query that contains one.</summary>
internal sealed class UnsatCores
{
    // Keyed by the newest term of each core, which occurs on the fewest paths.
    private readonly Dictionary<Term, List<IReadOnlyList<Term>>> _byNewest = [];

    public void Add(IReadOnlyList<Term> core)
    {
        if (core.Count == 0)
        {
            return;
        }

        Term newest = core.MaxBy(term => term.Id)!;
        if (!_byNewest.TryGetValue(newest, out List<IReadOnlyList<Term>>? others))
        {
            _byNewest.Add(newest, others = []);
        }

        others.Add(core);
    }

    /// <summary>True if these conditions contain a known core.</summary>
    public bool Exclude(IReadOnlyList<Term> conditions)
    {
        HashSet<Term> all = [.. conditions];
        return all.Any(term =>
            _byNewest.TryGetValue(term, out List<IReadOnlyList<Term>>? known)
            && known.Exists(core => core.All(all.Contains)));
    }
}
