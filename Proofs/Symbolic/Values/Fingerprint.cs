using System.Text;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A text that identifies a list of values: the ids of their terms.</summary>
internal static class Fingerprint
{
    /// <summary>Makes the text; null if a value does not consist of terms.</summary>
    public static string? Of(IEnumerable<Value> values)
    {
        var text = new StringBuilder();
        return values.All(value => TryAppend(text, value)) ? text.ToString() : null;
    }

    private static bool TryAppend(StringBuilder text, Value value)
    {
        switch (value)
        {
            case Scalar scalar:
                text.Append(scalar.Term.Id).Append(' ');
                return true;
            case Null:
                text.Append("null ");
                return true;
            case StructValue whole:
                text.Append('(');
                bool isMadeOfTerms = whole.Fields.All(field => TryAppend(text, field));
                text.Append(')');
                return isMadeOfTerms;
            default:
                return false;
        }
    }
}
