using System.Reflection;
using Mono.Cecil;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Symbolic;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Running;

/// <summary>One proof, from the harness's IL to a finding.</summary>
internal sealed class ProofRun(
    ProofCase proof, CodeBase code, ImplementationImage? mutant, ISolver solver, ProofProgress? progress,
    CancellationToken cancellation) : IDisposable
{
    // More than any proof here needs; a harness with more paths should be split.
    private const int MaxPaths = 50_000;

    private readonly Exploration _exploration = new(code.Reads, solver, progress, cancellation);

    /// <summary>Paths run so far.</summary>
    public int Paths { get; private set; }

    /// <summary>Questions put to Z3 so far.</summary>
    public int Queries => _exploration.Solver.QueryCount;

    public ProofFinding Execute()
    {
        try
        {
            return proof.Fault is { } fault ? ProofFinding.Unknown(fault) : Explore();
        }
        catch (Exception open) when (open is UndecidedException or UnsupportedCodeException or NotSupportedException)
        {
            return ProofFinding.Unknown(open.Message);
        }
    }

    public void Dispose() => _exploration.Dispose();

    private ProofFinding Explore()
    {
        TermFactory terms = _exploration.Terms;
        MethodDefinition method = code.Find(proof.Method);
        var inputs = new HarnessInputs(proof.Method);
        Term[] variables = SymbolicInputs.Variables(terms, inputs);
        Value[] arguments = SymbolicInputs.Arguments(terms, _exploration.Layouts, method, variables);
        var returns = 0;
        PathEndException? open = null;
        foreach (PathOutcome outcome in _exploration.Paths(method, arguments, proof.Claim.Unwind))
        {
            Paths++;
            if (progress is not null)
            {
                progress.Paths = Paths;
            }

            if (Paths > MaxPaths)
            {
                return ProofFinding.Unknown($"more than {MaxPaths} paths");
            }

            PathEndException? end = outcome.End;
            if (end is null)
            {
                returns++;
            }
            else if (end is UnsupportedCodeException || (end is LoopBoundException && !proof.Claim.Terminates))
            {
                open ??= end; // Another path may still refute the claim.
            }
            else if (end is not AssumptionException)
            {
                Dictionary<string, ulong> values = Counterexample.Smallest(_exploration.Solver, terms, variables);
                return Confirm(method, inputs, [.. variables.Select(variable => values[variable.Name!])], end);
            }
        }

        return open is not null ? ProofFinding.Unknown($"{open.Message} ({open.Location})")
            : returns == 0 ? ProofFinding.Unknown("no input satisfies the assumptions")
            : _exploration.Assertions == 0 && !proof.Claim.Terminates ? ProofFinding.Unknown("nothing is asserted")
            : new HarnessClaims(method, code.Reads).Missing(_exploration) is { } missing ? ProofFinding.Unknown(missing)
            : Agree();
    }

    // Run the values again: first in the interpreter, which always terminates, then in the runtime.
    private ProofFinding Confirm(
        MethodDefinition method, HarnessInputs inputs, ulong[] values, PathEndException expected)
    {
        TermFactory terms = _exploration.Terms;
        Value[] arguments = SymbolicInputs.Arguments(
            terms, _exploration.Layouts, method, SymbolicInputs.Constants(terms, inputs, values));
        PathEndException? end =
            Exploration.RunConcretely(
                terms, _exploration.Layouts, method, arguments, proof.Claim.Unwind, cancellation).End;
        var failure = end is LoopBoundException
            ? end.Message
            : InRuntime(harness => ConcreteRun.Execute(harness, values));
        return end?.GetType() == expected.GetType() && failure is not null
            ? ProofFinding.Refuted([.. inputs.Texts(values)], $"{failure} ({expected.Location})")
            : ProofFinding.Unknown(
                $"{expected.Message} ({expected.Location}), but not in a run with {inputs.Describe(values)}");
    }

    // A claim that holds on all paths holds for random values too; otherwise the executor is wrong.
    private ProofFinding Agree() => InRuntime(
        harness => RandomRuns.FailureOf(harness, ProgramConstants.Of(_exploration))) is { } failure
        ? ProofFinding.Unknown($"proved by the executor, but {failure}")
        : ProofFinding.Proved;

    private string? InRuntime(Func<MethodInfo, string?> run)
    {
        if (mutant is null)
        {
            return run(proof.Method);
        }

        var loader = new MutantLoader(mutant);
        try
        {
            return run(loader.Bind(proof.Method));
        }
        finally
        {
            loader.Unload();
        }
    }
}
