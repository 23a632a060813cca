using System.Text;

namespace Verify.Runner.Requirements;

/// <summary>An item of a Markdown list that has many names.</summary>
internal static class WrappedList
{
    private const int Width = 120;

    /// <summary>Appends the item, with line breaks between names.</summary>
    public static void Append(StringBuilder page, string kind, IReadOnlyList<string> names)
    {
        page.Append($"- {kind}:");
        int column = kind.Length + 3;
        IEnumerable<string> words = names.Count == 0
            ? ["none"]
            : names.Select((name, i) => i < names.Count - 1 ? name + "," : name);
        foreach (string word in words)
        {
            if (column + 1 + word.Length > Width)
            {
                page.Append("\n ");
                column = 1;
            }

            page.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        page.Append('\n');
    }
}
