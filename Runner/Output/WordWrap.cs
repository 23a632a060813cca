using System.Text;

namespace Verify.Runner.Output;

/// <summary>Wraps text at 80 columns.</summary>
internal static class WordWrap
{
    private const int Width = 80;

    /// <summary>Breaks lines at blanks; a word longer than a line stays whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The prefix of the first line.</param>
    /// <param name="next">The prefix of every further line.</param>
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
