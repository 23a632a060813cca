using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic;

/// <summary>Explores every feasible path of a method, always in the same order.</summary>
internal sealed class Exploration : IDisposable
{
    private readonly CancellationToken _cancellation;
    private readonly PathExplorer _explorer;

    /// <param name="reads">Records the code that is read.</param>
    /// <param name="solver">Answers the queries; disposed with this.</param>
    /// <param name="progress">Receives each query; null for no receiver.</param>
    /// <param name="cancellation">Ends a run with <see cref="OperationCanceledException"/>.</param>
    public Exploration(CodeReads reads, ISolver solver, ProofProgress? progress, CancellationToken cancellation)
    {
        Layouts = new Layouts(reads);
        _cancellation = cancellation;
        Terms = new TermFactory { Rewritten = progress?.Rewritten };
        Solver = new PathSolver(solver, progress);
        _explorer = new PathExplorer(Solver, Terms);
    }

    public TermFactory Terms { get; }

    public Layouts Layouts { get; }

    /// <summary>Static fields, the same on all paths.</summary>
    public Statics Statics { get; } = new();

    /// <summary>Holds the conditions of the last path.</summary>
    public PathSolver Solver { get; }

    /// <summary>Assertions reached so far, counted on each path.</summary>
    public int Assertions => _explorer.Assertions;

    /// <summary>Calls through which an assertion was reached so far.</summary>
    public IReadOnlySet<Instruction> Reached => _explorer.Reached;

    /// <summary>
    /// Calls of <see cref="Claims.Proof.Cover"/> that some input reaches with the condition true before it reaches the
    /// end.
    /// </summary>
    public IReadOnlySet<Instruction> Covered => _explorer.Covered;

    /// <summary>The conditions of the last path.</summary>
    public IReadOnlyList<Term> Conditions => [.. _explorer.Conditions];

    /// <summary>Runs the method along one path after the other. May be enumerated once.</summary>
    /// <param name="method">A static method.</param>
    /// <param name="arguments">In memory form.</param>
    /// <param name="unwind">Iterations that a loop may take.</param>
    /// <param name="isMerged">True to merge the paths if possible, like those of a called method.</param>
    public IEnumerable<PathOutcome> Paths(
        MethodDefinition method, Value[] arguments, int unwind, bool isMerged = false)
    {
        var interpreter = new Interpreter(
            Terms, Layouts, _explorer, new MergedCalls(Terms), Statics, unwind, _cancellation);
        ClosedMethod closed = Layouts.Types.Close(method, GenericScope.None);
        Func<Value?> next = isMerged
            ? () => interpreter.Invoke(closed, arguments)
            : () => interpreter.Call(closed, arguments);
        do
        {
            PathOutcome outcome = Run(closed, next);
            if (outcome.End is null)
            {
                _explorer.Finish();
            }

            yield return outcome;
            next = interpreter.Resume;
        }
        while (_explorer.Backtrack());
    }

    /// <summary>Runs a method on known arguments, without a solver.</summary>
    public static PathOutcome RunConcretely(
        TermFactory terms, Layouts layouts, MethodDefinition method, Value[] arguments, int unwind,
        CancellationToken cancellation)
    {
        var interpreter = new Interpreter(
            terms, layouts, new ConcretePath(), merged: null, new Statics(), unwind, cancellation);
        ClosedMethod closed = layouts.Types.Close(method, GenericScope.None);
        return Run(closed, () => interpreter.Call(closed, arguments));
    }

    public void Dispose() => Solver.Dispose();

    private static PathOutcome Run(ClosedMethod method, Func<Value?> run)
    {
        try
        {
            return new PathOutcome(run(), null);
        }
        catch (PathEndException end)
        {
            end.Location ??= new CodeLocation(method.Definition, method.Body.Instructions[0]);
            return new PathOutcome(null, end);
        }
    }
}
