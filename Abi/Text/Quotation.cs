using System.Text;

namespace Verify.Abi.Text;

/// <summary>Quoted text: printable ASCII unchanged, everything else escaped.</summary>
internal static class Quotation
{
    /// <summary>True for a printable character; a quote and a backslash are escaped nevertheless.</summary>
    public static bool IsPlain(char c) => c is >= ' ' and <= '~';

    public static void Print(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (char c in content)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\');
            }

            Append(text, c);
        }

        text.Append('"');
    }

    /// <summary>A piece of input, printable in a message.</summary>
    public static string Printable(string content)
    {
        var text = new StringBuilder();
        foreach (char c in content)
        {
            Append(text, c);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char c)
    {
        if (IsPlain(c))
        {
            text.Append(c);
        }
        else if (c <= 0xff)
        {
            text.Append($"\\x{(int)c:x2}");
        }
        else
        {
            text.Append($"\\u{(int)c:x4}");
        }
    }
}
