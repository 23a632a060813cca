using System.Text;

namespace Verify.Runner.Output;

/// <summary>Breaks sentences into lines that a terminal of 80 columns shows without breaking them again.</summary>
internal static class WordWrap
{
    private const int Width = 80;

    /// <summary>Breaks at blanks; a word that is longer than a line stays whole.</summary>
    /// <param name="text">What to break.</param>
    /// <param name="first">What the first line starts with.</param>
    /// <param name="next">What every further line starts with.</param>
    public static string Wrap(string text, string first, string next)
    {
        var wrapped = new StringBuilder(first);
        int column = first.Length;
        bool atStart = true;
        foreach (string word in text.Split(' ', '\n'))
        {
            if (!atStart && column + 1 + word.Length > Width)
            {
                wrapped.Append('\n').Append(next);
                column = next.Length;
                atStart = true;
            }

            wrapped.Append(atStart ? "" : " ").Append(word);
            column += word.Length + (atStart ? 0 : 1);
            atStart = false;
        }

        return wrapped.ToString();
    }
}
