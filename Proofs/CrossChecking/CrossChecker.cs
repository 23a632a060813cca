using Verify.Proofs.Solving;

namespace Verify.Proofs.CrossChecking;

/// <summary>Puts the questions of proofs to a second solver and compares. May be used by several threads.</summary>
/// <param name="solver">The second solver.</param>
/// <param name="disagreements">Folder that keeps the questions on which the two differ.</param>
public sealed class CrossChecker(SecondSolver solver, ObligationFolder disagreements)
{
    /// <summary>Program and version of the second solver.</summary>
    public string Solver => solver.Name;

    /// <summary>Starts on one proof; it takes questions as they are answered.</summary>
    internal CrossCheckRun Begin(ProofCase proof, CancellationToken cancellation) =>
        new(solver, disagreements, proof, cancellation);
}

/// <summary>The cross-check of one proof.</summary>
internal sealed class CrossCheckRun(
    SecondSolver solver, ObligationFolder disagreements, ProofCase proof, CancellationToken cancellation)
{
    // Questions for one run of the program: enough to forget what starting it takes, few enough to hold in memory.
    private const int BatchSize = 250;

    private readonly List<Obligation> _batch = [];
    private int _agreed;
    private int _open;
    private string? _disagreement;

    public void Add(Obligation obligation)
    {
        _batch.Add(obligation);
        if (_batch.Count == BatchSize)
        {
            Flush();
        }
    }

    public CrossCheck Finish()
    {
        Flush();
        return new CrossCheck(solver.Name, _agreed, _open, _disagreement);
    }

    private void Flush()
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var answers = solver.Ask([.. _batch.Select(obligation => obligation.Script)], cancellation);
        foreach ((Obligation obligation, var answer) in _batch.Zip(answers))
        {
            if (answer is null)
            {
                _open++;
            }
            else if (answer == obligation.IsSatisfiable)
            {
                _agreed++;
            }
            else
            {
                _disagreement ??= disagreements.Save(proof, obligation);
            }
        }

        _batch.Clear();
    }
}
