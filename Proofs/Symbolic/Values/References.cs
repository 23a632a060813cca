using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>Questions about references, answered with a term where they are a choice.</summary>
internal static class References
{
    public static Term IsNull(TermFactory terms, Value value) => value switch
    {
        Null => terms.True,
        Choice choice => terms.Choose(
            choice.Condition, IsNull(terms, choice.WhenTrue), IsNull(terms, choice.WhenFalse)),
        Scalar or StructValue => throw new UnsupportedCodeException($"{value} as a reference"),
        _ => terms.False,
    };

    /// <summary>Whether two references are to the same object or place.</summary>
    public static Term AreSame(TermFactory terms, Value first, Value second) => (first, second) switch
    {
        (Choice choice, _) => terms.Choose(
            choice.Condition, AreSame(terms, choice.WhenTrue, second), AreSame(terms, choice.WhenFalse, second)),
        (_, Choice) => AreSame(terms, second, first),
        (Null, _) => IsNull(terms, second),
        (_, Null) => IsNull(terms, first),
        (HeapObject or ArrayObject, HeapObject or ArrayObject) => first == second ? terms.True : terms.False,
        (Reference a, Reference b) => a.IsSame(b) ? terms.True : terms.False,
        _ => throw new UnsupportedCodeException($"whether {first} and {second} are the same"),
    };

    /// <summary>The objects that a reference can be to, null left out.</summary>
    public static IEnumerable<Value> Objects(Value value) => value switch
    {
        Choice choice => Objects(choice.WhenTrue).Concat(Objects(choice.WhenFalse)),
        Null => [],
        _ => [value],
    };

    /// <summary>
    /// One value for each object that a reference can be to, as one value by the same conditions. Null counts for
    /// nothing: it is excluded before.
    /// </summary>
    /// <returns>Null where they do not make one value, or there is no object.</returns>
    public static Value? TryMap(TermFactory terms, Value value, Func<Value, Value> map)
    {
        if (value is not Choice choice)
        {
            return value is Null ? null : map(value);
        }

        if (IsNull(terms, choice.WhenTrue).IsTrue)
        {
            return TryMap(terms, choice.WhenFalse, map);
        }

        if (IsNull(terms, choice.WhenFalse).IsTrue)
        {
            return TryMap(terms, choice.WhenTrue, map);
        }

        return TryMap(terms, choice.WhenTrue, map) is { } whenTrue
            && TryMap(terms, choice.WhenFalse, map) is { } whenFalse
                ? MergedValue.TryChoose(terms, choice.Condition, whenTrue, whenFalse)
                : null;
    }
}
