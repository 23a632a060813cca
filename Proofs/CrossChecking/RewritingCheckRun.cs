using System.Collections.Concurrent;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.CrossChecking;

/// <summary>
/// The check of one proof's rewritings. The second solver gets each in its most general form, which many share; if that
/// does not hold, in less general forms, and finally unchanged.
/// </summary>
/// <param name="solver">The second solver.</param>
/// <param name="known">Its answers by script, shared by all proofs.</param>
/// <param name="disagreements">Folder for wrong rewritings.</param>
/// <param name="proof">The proof.</param>
/// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
internal sealed class RewritingCheckRun(
    SecondSolver solver, ConcurrentDictionary<string, bool?> known, ObligationFolder disagreements, ProofCase proof,
    CancellationToken cancellation)
{
    // Most rewritings look at the operands of operands; bounds and known bits look deeper.
    private static readonly int[] Depths = [2, 6, 11, int.MaxValue];

    private readonly HashSet<(Operator, int, int, int, int)> _seen = [];
    private readonly Dictionary<string, List<Rewritten>> _first = [];

    public void Add(Rewritten rewritten)
    {
        Term applied = rewritten.Applied;
        if (_seen.Add(
            (applied.Operator, applied.Width, applied.First!.Id, applied.Second?.Id ?? -1, applied.Third?.Id ?? -1)))
        {
            Group(_first, rewritten, Depths[0]);
        }
    }

    public RewritingCheck Finish()
    {
        Dictionary<string, List<Rewritten>> scripts = _first;
        foreach (var depth in Depths.Skip(1))
        {
            Ask(scripts.Keys);
            var next = new Dictionary<string, List<Rewritten>>();
            foreach (Rewritten rewritten in scripts
                .Where(asked => known[asked.Key] != false).SelectMany(asked => asked.Value))
            {
                Group(next, rewritten, depth);
            }

            scripts = next;
        }

        Ask(scripts.Keys);
        var wrong = scripts.Where(asked => known[asked.Key] == true).ToList();
        var open = scripts.Where(asked => known[asked.Key] is null).Sum(asked => asked.Value.Count);
        var disputed = wrong.Sum(asked => asked.Value.Count);
        return new RewritingCheck(
            _seen.Count - open - disputed, open, disputed,
            wrong.Count == 0 ? null
                : disagreements.Save(proof, new Obligation(1, wrong[0].Key, IsSatisfiable: false), "rewriting"));
    }

    private static void Group(Dictionary<string, List<Rewritten>> scripts, Rewritten rewritten, int depth)
    {
        var script = SmtLibScript.Of([rewritten.Differ(depth)]);
        if (!scripts.TryGetValue(script, out List<Rewritten>? same))
        {
            scripts.Add(script, same = []);
        }

        same.Add(rewritten);
    }

    private void Ask(IEnumerable<string> scripts)
    {
        foreach (var batch in scripts.Where(script => !known.ContainsKey(script)).Chunk(SecondSolver.BatchSize))
        {
            foreach ((var script, var answer) in batch.Zip(solver.Ask(batch, cancellation)))
            {
                known.TryAdd(script, answer);
            }
        }
    }
}
