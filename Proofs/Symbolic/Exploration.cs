using Mono.Cecil;
using Verify.Proofs.Solving;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic;

/// <summary>Every feasible path of a method, one after the other, always in the same order.</summary>
internal sealed class Exploration : IDisposable
{
    private readonly CancellationToken _cancellation;
    private readonly PathExplorer _explorer;

    /// <param name="cancellation">Ends a run with <see cref="OperationCanceledException"/>.</param>
    /// <param name="watch">Told of each question that the solver answers.</param>
    public Exploration(CancellationToken cancellation, ProofWatch? watch = null)
        : this(new Z3Solver(cancellation), watch, cancellation)
    {
    }

    /// <param name="solver">Answers the questions; it is disposed with this.</param>
    /// <param name="watch">Told of each question that the solver answers.</param>
    /// <param name="cancellation">Ends a run with <see cref="OperationCanceledException"/>.</param>
    public Exploration(ISolver solver, ProofWatch? watch, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Terms = new TermFactory { Rewritten = watch?.Rewritten };
        Solver = new PathSolver(solver, watch);
        _explorer = new PathExplorer(Solver, Terms);
    }

    public TermFactory Terms { get; }

    public Layouts Layouts { get; } = new();

    /// <summary>Holds the conditions of the path that came last.</summary>
    public PathSolver Solver { get; }

    /// <summary>Assertions reached so far, each on each path.</summary>
    public int Assertions => _explorer.Assertions;

    /// <summary>What the inputs of the path that came last have in common.</summary>
    public IReadOnlyList<Term> Conditions => [.. _explorer.Conditions];

    /// <summary>Runs the method down one path after the other, to be asked for once.</summary>
    /// <param name="method">A static method.</param>
    /// <param name="arguments">In memory form.</param>
    /// <param name="unwind">Rounds that a loop may take.</param>
    public IEnumerable<PathOutcome> Paths(MethodDefinition method, Value[] arguments, int unwind)
    {
        var merged = new MergedCalls(Terms, Layouts, unwind, _cancellation);
        do
        {
            var interpreter = new Interpreter(
                Terms, Layouts, _explorer, merged, new Statics(), unwind, _cancellation);
            yield return RunOnce(interpreter, method, arguments);
        }
        while (_explorer.Backtrack());
    }

    /// <summary>Runs a method on known arguments, without a solver.</summary>
    public static PathOutcome RunConcretely(
        TermFactory terms, MethodDefinition method, Value[] arguments, int unwind, CancellationToken cancellation) =>
        RunOnce(
            new Interpreter(
                terms, new Layouts(), new ConcretePath(), merged: null, new Statics(), unwind, cancellation),
            method, arguments);

    public void Dispose() => Solver.Dispose();

    private static PathOutcome RunOnce(Interpreter interpreter, MethodDefinition method, Value[] arguments)
    {
        try
        {
            ClosedMethod closed = interpreter.Layouts.Types.Close(method, GenericScope.None);
            return new PathOutcome(interpreter.Call(closed, arguments), null);
        }
        catch (PathEndException end)
        {
            return new PathOutcome(null, end);
        }
    }
}
