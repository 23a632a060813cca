using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>One value for two ways through a method.</summary>
internal static class MergedValue
{
    public static Value Choose(TermFactory terms, Term condition, Value whenTrue, Value whenFalse) =>
        (whenTrue, whenFalse) switch
        {
            (Scalar a, Scalar b) => new Scalar(terms.Choose(condition, a.Term, b.Term)),
            (StructValue a, StructValue b) => new StructValue(
                [.. a.Fields.Zip(b.Fields, (first, second) => Choose(terms, condition, first, second))]),
            _ => throw new UnsupportedCodeException($"a choice between {whenTrue} and {whenFalse}"),
        };
}
