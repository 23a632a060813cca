using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// Calls of pure methods: all their paths become one result, a choice between the results of the paths, so that the
/// caller does not fork. A result that depends on terms alone is valid on every path, and is kept for later calls with
/// the same arguments. A method with an effect, a throw or too many paths is run as usual.
/// </summary>
internal sealed class MergedCalls(TermFactory terms)
{
    // With more forks, the merged result is harder for the solver than the paths it saves.
    private const int MaxForks = 8;

    // For a search through objects, in which each fork would double all later paths.
    private const int MaxForksAmongObjects = 60;

    private readonly Dictionary<(ClosedMethod Method, string Arguments), Value> _results = [];
    private ImmutableHashSet<ClosedMethod> _unsuited = [];

    /// <summary>Returns the merged result; null if the method must be run as usual.</summary>
    public Value? TryCall(SymbolicRun outer, ClosedMethod method, Value[] arguments)
    {
        if (!OnlyComputes(method) || (outer.Path is MergingPath && arguments.Any(LeadsToObjects)))
        {
            return null; // Merged code merges its calls as it runs; results of terms alone are kept even so.
        }

        ImmutableHashSet<ClosedMethod> now = _unsuited;
        if (!outer.Path.TryRecall(out var note))
        {
            Value? result = now.Contains(method) ? null : Attempt(outer, method, arguments, isNew: true);
            outer.Path.Note(result is null ? null : now);
            return result;
        }

        if (note is not ImmutableHashSet<ClosedMethod> then)
        {
            return null;
        }

        _unsuited = then; // As on the first run of the path: the result must be the same.
        try
        {
            return Attempt(outer, method, arguments, isNew: false)
                ?? throw new InvalidOperationException($"{method} was merged before, on the same path");
        }
        finally
        {
            _unsuited = now;
        }
    }

    // "this" of a readonly struct, and "in", are the only references that such a method may take.
    private static bool OnlyComputes(ClosedMethod method)
    {
        MethodDefinition definition = method.Definition;
        return !method.ReturnsNothing && method.ReturnType.Kind != MetadataType.ByReference
            && (!definition.HasThis || !method.Owner.IsValueType
                || ReadOnly.Is(definition.DeclaringType) || ReadOnly.Is(definition))
            && definition.Parameters.All(
                parameter => !parameter.ParameterType.IsByReference || ReadOnly.Is(parameter));
    }

    private static bool LeadsToObjects(Value argument) => Fingerprint.Of([Read(argument)]) is null;

    private static Value Read(Value argument) => (argument as Reference)?.Read() ?? argument;

    // If the path is repeated, its first run has excluded exceptions by the same conditions.
    private Value? Attempt(SymbolicRun outer, ClosedMethod method, Value[] arguments, bool isNew)
    {
        try
        {
            return Merge(outer, method, arguments, isNew);
        }
        catch (PathEndException)
        {
            return null; // It stays unsuited: the usual run ends the same way, at the right place.
        }
    }

    private Value Merge(SymbolicRun outer, ClosedMethod method, Value[] arguments, bool isNew)
    {
        Value[] snapshot = [.. arguments.Select(Read)];
        var fingerprint = Fingerprint.Of(snapshot);
        if (fingerprint is not null && _results.TryGetValue((method, fingerprint), out Value? known))
        {
            return known;
        }

        _unsuited = _unsuited.Add(method); // During the run, so that recursion is not merged.
        (Value result, IReadOnlyList<Term> throwing) =
            Run(outer, method, arguments, snapshot, fingerprint is null ? MaxForksAmongObjects : MaxForks);
        if (isNew && throwing.Any(outer.Path.CanHold))
        {
            throw new UnsupportedCodeException("an exception from merged code");
        }

        _unsuited = _unsuited.Remove(method);
        if (fingerprint is not null && throwing.Count == 0)
        {
            _results.Add((method, fingerprint), result);
        }

        return result;
    }

    private (Value Result, IReadOnlyList<Term> Throwing) Run(
        SymbolicRun outer, ClosedMethod method, Value[] arguments, Value[] snapshot, int maxForks)
    {
        var path = new MergingPath(terms, maxForks);
        SymbolicRun run = outer.Along(path);
        Value result = run.Call(method, [.. snapshot.Select(Pass)])!;
        return EscapeAnalysis.Escapes(result, run.Memory)
            ? throw new UnsupportedCodeException("a new object from merged code")
            : (result, path.Throwing);

        Value Pass(Value value, int index) =>
            arguments[index] is Reference ? new Reference(run.Memory.NewCell(value)) : value;
    }
}
