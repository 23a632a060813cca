namespace Verify.Properties.Reference;

/// <summary>Lists of the corpus: one item a line, and comments.</summary>
internal static class ListLines
{
    /// <summary>The lines with an item, each with its number from 1.</summary>
    public static IEnumerable<(string Text, int Number)> Of(string list) =>
        list.Split('\n')
            .Select((line, i) => (Text: line, Number: i + 1))
            .Where(at => at.Text.Length > 0 && at.Text[0] != '#');
}
