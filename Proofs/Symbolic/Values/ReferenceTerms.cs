using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>Properties of references as terms, which depend on the conditions of choices.</summary>
internal static class ReferenceTerms
{
    public static Term IsNull(TermFactory terms, Value value) => value switch
    {
        Null => terms.True,
        Choice choice => terms.Choose(
            choice.Condition, IsNull(terms, choice.WhenTrue), IsNull(terms, choice.WhenFalse)),
        Scalar or StructValue or MergeConflict => throw new UnsupportedCodeException($"{value} as a reference"),
        _ => terms.False,
    };

    /// <summary>True if two references are to the same object or location.</summary>
    public static Term AreSame(TermFactory terms, Value first, Value second) => (first, second) switch
    {
        (Choice choice, _) => terms.Choose(
            choice.Condition, AreSame(terms, choice.WhenTrue, second), AreSame(terms, choice.WhenFalse, second)),
        (_, Choice) => AreSame(terms, second, first),
        (Null, Reference) or (Reference, Null) =>
            throw new UnsupportedCodeException("a comparison of a managed reference with null"),
        (Null, _) => IsNull(terms, second),
        (_, Null) => IsNull(terms, first),
        (HeapObject or ArrayObject, HeapObject or ArrayObject) => first == second ? terms.True : terms.False,
        (HeapObject or ArrayObject, Text) or (Text, HeapObject or ArrayObject) => terms.False,
        (Reference a, Reference b) => a.IsSame(b) ? terms.True : terms.False,
        _ => throw new UnsupportedCodeException($"a comparison of {first} with {second}"),
    };

    /// <summary>The objects that a reference may refer to, without null.</summary>
    public static IEnumerable<Value> Objects(Value value) => value switch
    {
        Choice choice => Objects(choice.WhenTrue).Concat(Objects(choice.WhenFalse)),
        Null => [],
        _ => [value],
    };

    /// <summary>The same reference, given that it is not null.</summary>
    public static Value WithoutNull(TermFactory terms, Value value) =>
        value is not Choice choice ? value
        : IsNull(terms, choice.WhenTrue).IsTrue ? WithoutNull(terms, choice.WhenFalse)
        : IsNull(terms, choice.WhenFalse).IsTrue ? WithoutNull(terms, choice.WhenTrue)
        : MergedValue.Choose(
            terms, choice.Condition, WithoutNull(terms, choice.WhenTrue), WithoutNull(terms, choice.WhenFalse));

    /// <summary>
    /// Maps each object that a reference may refer to, and merges the results under the same conditions. Null must have
    /// been excluded before.
    /// </summary>
    /// <returns>The merged value; null if the results cannot be merged, or there is no object.</returns>
    public static Value? TryMap(TermFactory terms, Value value, Func<Value, Value> map) =>
        WithoutNull(terms, value) switch
        {
            Null => null,
            Choice choice => TryMap(terms, choice.WhenTrue, map) is { } whenTrue
                && TryMap(terms, choice.WhenFalse, map) is { } whenFalse
                    ? MergedValue.TryChoose(terms, choice.Condition, whenTrue, whenFalse)
                    : null,
            var known => map(known),
        };
}
