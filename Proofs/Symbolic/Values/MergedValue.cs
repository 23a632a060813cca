using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>Merges the values on two ways through a method.</summary>
internal static class MergedValue
{
    public static Value Choose(TermFactory terms, Term condition, Value whenTrue, Value whenFalse) =>
        TryChoose(terms, condition, whenTrue, whenFalse)
        ?? throw new UnsupportedCodeException($"a choice between {whenTrue} and {whenFalse}");

    /// <summary>Makes the value; null if the two cannot be merged.</summary>
    public static Value? TryChoose(TermFactory terms, Term condition, Value whenTrue, Value whenFalse) =>
        (whenTrue, whenFalse) switch
        {
            _ when condition.IsTrue || whenTrue == whenFalse => whenTrue,
            _ when condition.IsFalse => whenFalse,
            (Scalar a, Scalar b) =>
                a.IsLike(b) ? new Scalar(terms.Choose(condition, a.Term, b.Term), a.IsNative) : null,
            (StructValue a, StructValue b) => TryChoose(terms, condition, a, b),
            _ when IsObject(whenTrue) && IsObject(whenFalse) =>
                new Choice(condition, whenTrue, whenFalse),
            _ => null,
        };

    private static StructValue? TryChoose(
        TermFactory terms, Term condition, StructValue whenTrue, StructValue whenFalse)
    {
        var fields = new Value[whenTrue.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            if (TryChoose(terms, condition, whenTrue.Fields[i], whenFalse.Fields[i]) is not { } field)
            {
                return null;
            }

            fields[i] = field;
        }

        return new StructValue([.. fields]);
    }

    private static bool IsObject(Value value) => value is Null or HeapObject or ArrayObject or Reference or Choice;
}
