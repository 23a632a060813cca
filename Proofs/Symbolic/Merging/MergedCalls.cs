using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// Calls of methods that only compute: all their paths become one result, a choice between what each returns, so that
/// the caller does not fork. A result that depends on terms alone holds whatever led to the call, and is kept for the
/// next one with the same arguments. A method with an effect, a throw or too many paths is left to be run as usual.
/// </summary>
internal sealed class MergedCalls(TermFactory terms)
{
    // More, and the merged result is harder on the solver than the paths it saves.
    private const int MaxForks = 8;

    // A search through objects: each way that it can go on would double all paths of what comes after.
    private const int MaxForksAmongObjects = 60;

    private readonly Dictionary<(ClosedMethod Method, string Arguments), Value> _results = [];
    private ImmutableHashSet<ClosedMethod> _unsuited = [];

    /// <summary>The merged result; null where the method has to be run as usual.</summary>
    public Value? TryCall(SymbolicRun outer, ClosedMethod method, Value[] arguments)
    {
        if (!OnlyComputes(method) || (outer.Path is MergingPath && arguments.Any(LeadsToObjects)))
        {
            return null; // Merged code merges what it calls as it goes; results of terms alone are kept all the same.
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

        _unsuited = then; // What was known when the path was first taken: the result has to be the same.
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

    // "this" of a readonly struct, and "in", are the only references that such a method may have.
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

    // Where a path is repeated, what would throw was excluded when it was first taken, by the same conditions.
    private Value? Attempt(SymbolicRun outer, ClosedMethod method, Value[] arguments, bool isNew)
    {
        try
        {
            return Merge(outer, method, arguments, isNew);
        }
        catch (PathEndException)
        {
            return null; // It stays unsuited: the usual run meets the same end where it belongs.
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

        _unsuited = _unsuited.Add(method); // While it is run, so that recursion is not merged.
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

        Value Pass(Value value, int index) => arguments[index] is Reference ? new Reference(run.Memory.NewCell(value)) : value;
    }
}
