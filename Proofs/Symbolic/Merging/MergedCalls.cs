using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// Calls of small methods that only compute: all their paths become one result, a choice between what each returns, so
/// that the caller does not fork. Such a result holds whatever led to the call, and is kept for the next one with the
/// same arguments. A method with an effect, a throw or more than a few paths is left to be run as usual.
/// </summary>
internal sealed class MergedCalls(TermFactory terms, Layouts layouts, int unwind, CancellationToken cancellation)
{
    // More, and the merged result is harder on the solver than the paths it saves.
    private const int MaxChoices = 2;

    private readonly Dictionary<(MethodDefinition Method, string Arguments), Value> _results = [];
    private readonly HashSet<MethodDefinition> _unsuited = [];
    private int _choices;

    /// <summary>The merged result; null where the method has to be run as usual.</summary>
    public Value? TryCall(MethodDefinition method, Value[] arguments)
    {
        if (_unsuited.Contains(method) || !OnlyComputes(method))
        {
            return null;
        }

        Value[] snapshot = [.. arguments.Select(argument => (argument as Reference)?.Read() ?? argument)];
        if (Fingerprint.Of(snapshot) is not { } fingerprint)
        {
            return null;
        }

        if (_results.TryGetValue((method, fingerprint), out Value? known))
        {
            return known;
        }

        _unsuited.Add(method); // While it is run, so that recursion is not merged; and for good where that fails.
        var outer = _choices;
        _choices = 0;
        try
        {
            Value result = Merge(method, snapshot, ImmutableDictionary<Term, bool>.Empty);
            _results.Add((method, fingerprint), result);
            _unsuited.Remove(method);
            return result;
        }
        catch (PathEndException)
        {
            return null; // The usual run meets the same end where it belongs.
        }
        finally
        {
            _choices = outer;
        }
    }

    // "this" of a readonly struct is the only reference that such a method may have; nothing is written through it.
    private static bool OnlyComputes(MethodDefinition method) =>
        method.ReturnType.MetadataType != MetadataType.Void
        && (!method.HasThis || ReadOnly.Is(method.DeclaringType) || ReadOnly.Is(method))
        && !method.Parameters.Any(parameter => parameter.ParameterType.IsByReference);

    private Value Merge(MethodDefinition method, Value[] arguments, ImmutableDictionary<Term, bool> taken)
    {
        var run = new Interpreter(terms, layouts, new MergingPath(taken), this, unwind, cancellation);
        try
        {
            return run.Call(method, Passed(method, arguments))!;
        }
        catch (OpenConditionException open) when (++_choices <= MaxChoices)
        {
            return MergedValue.Choose(
                terms,
                open.Condition,
                Merge(method, arguments, taken.Add(open.Condition, true)),
                Merge(method, arguments, taken.Add(open.Condition, false)));
        }
    }

    private static Value[] Passed(MethodDefinition method, Value[] arguments) => method.HasThis
        ? [new Reference(new Cell(arguments[0])), .. arguments[1..]]
        : arguments;
}
