using Mono.Cecil.Cil;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// Leads repeated runs of the same code down every feasible path, depth first. A run repeats the decisions of the one
/// before up to the last that is still open, takes that the other way, and decides anew from there. The solver's stack
/// holds the conditions of the decisions made so far.
/// </summary>
internal sealed class PathExplorer(PathSolver solver, TermFactory terms) : IPath
{
    private readonly List<Decision> _decisions = [];
    private readonly HashSet<Term> _holding = [];
    private readonly HashSet<Instruction> _reached = [];
    private readonly HashSet<Instruction> _covered = [];
    private readonly List<(Term Condition, Instruction Call)> _toCover = [];
    private int _position;

    /// <summary>Assertions reached so far, each on each path.</summary>
    public int Assertions { get; private set; }

    /// <summary>Calls by which an assertion was reached so far.</summary>
    public IReadOnlySet<Instruction> Reached => _reached;

    /// <summary>Calls that asked whether some input satisfies their condition, of which one does.</summary>
    public IReadOnlySet<Instruction> Covered => _covered;

    /// <summary>What the inputs of the current path have in common.</summary>
    public IEnumerable<Term> Conditions =>
        _decisions.Where(decision => decision.IsOnSolver).Select(decision => decision.Condition);

    private bool IsRepeating => _position < _decisions.Count;

    public bool Decide(Term condition)
    {
        if (condition.IsConstant)
        {
            return condition.IsTrue;
        }

        if (!IsRepeating)
        {
            Term opposite = terms.Not(condition);
            var holds = _holding.Contains(condition); // Told before; no need to ask.
            var canHold = holds || (!_holding.Contains(opposite) && solver.IsFeasible(condition));
            var canFail = !canHold || (!holds && solver.IsFeasible(opposite));
            Add(new Decision(canHold ? condition : opposite, canHold, canHold && canFail, canHold && canFail));
        }

        Decision decision = Repeat();
        return decision.Condition == (decision.Taken ? condition : terms.Not(condition))
            ? decision.Taken
            : throw Differs();
    }

    public bool CanHold(Term condition) => solver.IsFeasible(condition);

    public void Assume(Term condition)
    {
        if (condition.IsTrue)
        {
            return;
        }

        if (!IsRepeating)
        {
            if (!_holding.Contains(condition) && !solver.IsFeasible(condition))
            {
                throw new AssumptionException();
            }

            Add(new Decision(condition, Taken: true, IsOpen: false, IsOnSolver: true));
        }

        if (Repeat().Condition != condition)
        {
            throw Differs();
        }
    }

    public void Assert(Term condition, string claim)
    {
        if (IsRepeating)
        {
            return; // Checked by the run that this one repeats.
        }

        Assertions++;
        Term opposite = terms.Not(condition);
        if (!_holding.Contains(condition) && solver.IsFeasible(opposite))
        {
            solver.Push(opposite);
            throw new AssertionException(claim);
        }
    }

    public void Reach(IEnumerable<Instruction> calls)
    {
        if (!IsRepeating)
        {
            _reached.UnionWith(calls);
        }
    }

    public void Cover(Term condition, Instruction call) => _toCover.Add((condition, call));

    public bool TryRecall(out object? note)
    {
        note = null;
        if (!IsRepeating)
        {
            return false;
        }

        Decision noted = Repeat();
        note = noted.Note;
        return noted.IsNote ? true : throw Differs();
    }

    public void Note(object? note)
    {
        _decisions.Add(new Decision(terms.True, Taken: true, IsOpen: false, IsOnSolver: false)
        {
            IsNote = true,
            Note = note,
        });
        _position++;
    }

    /// <summary>Called where a run has come to its end: no assumption leaves out its inputs any more.</summary>
    public void Finish()
    {
        foreach ((Term condition, Instruction call) in _toCover)
        {
            if (!_covered.Contains(call) && solver.IsFeasible(condition))
            {
                _covered.Add(call);
            }
        }
    }

    /// <summary>Goes back to the last open decision and takes it the other way; false when none is open.</summary>
    public bool Backtrack()
    {
        _position = 0;
        _toCover.Clear();
        while (_decisions.Count > 0)
        {
            Decision last = _decisions[^1];
            _decisions.RemoveAt(_decisions.Count - 1);
            if (last.IsNew)
            {
                _holding.Remove(last.Condition);
            }

            if (last.IsOnSolver)
            {
                solver.Pop();
            }

            if (last.IsOpen)
            {
                Add(new Decision(terms.Not(last.Condition), !last.Taken, IsOpen: false, IsOnSolver: true));
                return true;
            }
        }

        return false;
    }

    private Decision Repeat() => _decisions[_position++];

    private void Add(Decision decision)
    {
        _decisions.Add(decision with { IsNew = _holding.Add(decision.Condition) });
        if (decision.IsOnSolver)
        {
            solver.Push(decision.Condition);
        }
    }

    private static InvalidOperationException Differs() => new("a run differs from the one that it repeats");

    /// <param name="Condition">What holds on this path.</param>
    /// <param name="Taken">What the code was told.</param>
    /// <param name="IsOpen">The other way is feasible, and still to be explored.</param>
    /// <param name="IsOnSolver">The condition says more than those before it.</param>
    private readonly record struct Decision(Term Condition, bool Taken, bool IsOpen, bool IsOnSolver)
    {
        /// <summary>No decision before it has the same condition.</summary>
        public bool IsNew { get; init; }

        /// <summary>It is none, but a note of something else that a run found out.</summary>
        public bool IsNote { get; init; }

        /// <summary>The note.</summary>
        public object? Note { get; init; }
    }
}
