using Mono.Cecil.Cil;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// Leads a run along every feasible path, depth first. At the end of a path the run returns to the instruction of the
/// last open decision, repeats its decisions up to that one, takes the other way there, and makes new decisions from
/// then on. The solver's stack holds the conditions of the decisions made so far.
/// </summary>
internal sealed class PathExplorer(PathSolver solver, TermFactory terms) : IPath
{
    private readonly List<Decision> _decisions = [];
    private readonly HashSet<Term> _holding = [];
    private readonly HashSet<Instruction> _reached = [];
    private readonly HashSet<Instruction> _covered = [];
    private readonly List<(Term Condition, Instruction Call)> _toCover = [];
    private int _position;
    private (IResumable Run, int Position, int ToCover) _start;

    /// <summary>Assertions reached so far, counted on each path.</summary>
    public int Assertions { get; private set; }

    /// <summary>Calls through which an assertion was reached so far.</summary>
    public IReadOnlySet<Instruction> Reached => _reached;

    /// <summary>Calls of Cover whose condition some input satisfies.</summary>
    public IReadOnlySet<Instruction> Covered => _covered;

    /// <summary>The conditions of the current path.</summary>
    public IEnumerable<Term> Conditions =>
        _decisions.Where(decision => decision.IsOnSolver).Select(decision => decision.Condition);

    private bool IsRepeating => _position < _decisions.Count;

    public void Begin(IResumable run) => _start = (run, _position, _toCover.Count);

    public bool Decide(Term condition)
    {
        if (condition.IsConstant)
        {
            return condition.IsTrue;
        }

        if (!IsRepeating)
        {
            Term opposite = terms.Not(condition);
            var holds = _holding.Contains(condition); // Known already.
            var canHold = holds || (!_holding.Contains(opposite) && solver.IsFeasible(condition));
            var canFail = !canHold || (!holds && solver.IsFeasible(opposite));
            var isOpen = canHold && canFail;
            Add(new Decision(canHold ? condition : opposite, canHold, IsOnSolver: isOpen)
            {
                Restart = isOpen ? Mark() : null,
            });
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

            Add(new Decision(condition, Taken: true, IsOnSolver: true));
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
            return; // It was checked before.
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
        _decisions.Add(new Decision(terms.True, Taken: true, IsOnSolver: false)
        {
            IsNote = true,
            Note = note,
        });
        _position++;
    }

    /// <summary>Called at the end of a run, when no further assumption can exclude its inputs.</summary>
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

    /// <summary>
    /// Returns to the instruction of the last open decision, where the other way is next; false if none is open.
    /// </summary>
    public bool Backtrack()
    {
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

            if (last.Restart is var (run, position, toCover))
            {
                run();
                _position = position;
                _toCover.RemoveRange(toCover, _toCover.Count - toCover);
                Add(new Decision(terms.Not(last.Condition), !last.Taken, IsOnSolver: true));
                return true;
            }
        }

        return false;
    }

    private Restart Mark() => new(_start.Run.Mark(), _start.Position, _start.ToCover);

    private Decision Repeat() => _decisions[_position++];

    private void Add(Decision decision)
    {
        _decisions.Add(decision with { IsNew = _holding.Add(decision.Condition) });
        if (decision.IsOnSolver)
        {
            solver.Push(decision.Condition);
        }
    }

    private static InvalidOperationException Differs() => new("an instruction decides otherwise when it is repeated");

    /// <param name="Condition">The condition that holds on this path.</param>
    /// <param name="Taken">The answer given to the code.</param>
    /// <param name="IsOnSolver">True if earlier conditions do not imply this one.</param>
    private readonly record struct Decision(Term Condition, bool Taken, bool IsOnSolver)
    {
        /// <summary>How to go the other way; null if it is not feasible or was explored.</summary>
        public Restart? Restart { get; init; }

        /// <summary>True if no earlier decision has the same condition.</summary>
        public bool IsNew { get; init; }

        /// <summary>True for a note, which is not a decision.</summary>
        public bool IsNote { get; init; }

        /// <summary>The note.</summary>
        public object? Note { get; init; }
    }

    /// <param name="Run">Returns the run to the start of an instruction.</param>
    /// <param name="Position">Decisions made before it.</param>
    /// <param name="ToCover">Calls of Cover before it.</param>
    private sealed record Restart(Action Run, int Position, int ToCover);
}
