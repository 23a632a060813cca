using System.Text;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>A text that two lists of values share exactly if they are equal: the ids of their terms.</summary>
internal static class Fingerprint
{
    public static string Of(IEnumerable<Value> values)
    {
        var text = new StringBuilder();
        Append(text, values);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case Scalar scalar:
                    text.Append(scalar.Term.Id).Append(' ');
                    break;
                case StructValue whole:
                    text.Append('(');
                    Append(text, whole.Fields);
                    text.Append(')');
                    break;
                default:
                    throw new UnsupportedCodeException($"{value} as an argument of merged code");
            }
        }
    }
}
