using System.Security.Cryptography;
using System.Text;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.CrossChecking;

/// <summary>
/// The cross-check of one proof. The second solver gets the unsatisfiable queries in batches while the proof continues;
/// queries that differ only in names are asked once.
/// </summary>
internal sealed class CrossCheckRun(
    SecondSolver solver, ObligationFolder disagreements, ProofCase proof, RewritingCheckRun rewritings,
    CancellationToken cancellation)
{
    private readonly Dictionary<string, Asked> _asked = [];
    private List<Asked> _batch = [];
    private Task _asking = Task.CompletedTask;
    private int _evaluated;

    public void Add(Obligation obligation)
    {
        if (obligation.IsSatisfiable)
        {
            _evaluated++; // The sender has checked the values.
            return;
        }

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
            SmtLibScript.WithoutNames(obligation.Script))));
        if (_asked.TryGetValue(digest, out Asked? same))
        {
            same.Times++;
            return;
        }

        var asked = new Asked { Obligation = obligation };
        _asked.Add(digest, asked);
        _batch.Add(asked);
        if (_batch.Count == SecondSolver.BatchSize)
        {
            Flush();
        }
    }

    public void Add(Rewritten rewritten) => rewritings.Add(rewritten);

    public CrossCheck Finish()
    {
        Flush();
        _asking.GetAwaiter().GetResult();
        return new CrossCheck(
            solver.Name,
            _asked.Values.Where(asked => asked.IsSatisfiable == false).Sum(asked => asked.Times),
            _asked.Values.Where(asked => asked.IsSatisfiable is null).Sum(asked => asked.Times),
            _evaluated,
            _asked.Values.FirstOrDefault(asked => asked.IsSatisfiable == true)?.Disagreement)
        {
            Rewritings = rewritings.Finish(),
        };
    }

    // One batch behind, so that neither solver waits for the other and memory is bounded by two batches.
    private void Flush()
    {
        _asking.GetAwaiter().GetResult();
        List<Asked> batch = _batch;
        _batch = [];
        _asking = Task.Run(() => Ask(batch), CancellationToken.None);
    }

    private void Ask(List<Asked> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var answers = solver.Ask([.. batch.Select(asked => asked.Obligation!.Script)], cancellation);
        foreach ((Asked asked, var answer) in batch.Zip(answers))
        {
            asked.IsSatisfiable = answer;
            asked.Disagreement = answer == true ? disagreements.Save(proof, asked.Obligation!) : null;
            asked.Obligation = null; // The text is no longer needed.
        }
    }

    private sealed class Asked
    {
        public Obligation? Obligation { get; set; }

        public int Times { get; set; } = 1;

        public bool? IsSatisfiable { get; set; }

        public string? Disagreement { get; set; }
    }
}
