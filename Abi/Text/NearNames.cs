namespace Verify.Abi.Text;

/// <summary>Suggestions for a mistyped name.</summary>
public static class NearNames
{
    private const int MostEdits = 2;
    private const int Most = 20;

    /// <summary>The near names with commas between; if there are none, all names, or the first ones of many.</summary>
    public static string Of(ReadOnlySpan<char> word, IEnumerable<string> names)
    {
        string[] all = names.Distinct().ToArray();
        IReadOnlyList<string> near = Near(word.ToString(), all);
        return near.Count > 0 ? string.Join(", ", near)
            : all.Length <= Most ? string.Join(", ", all)
            : string.Join(", ", all.Take(Most)) + ", ...";
    }

    /// <summary>The names that differ from the word by two letters at most.</summary>
    public static IReadOnlyList<string> Near(string word, IEnumerable<string> names)
    {
        int most = Math.Min(MostEdits, word.Length - 1);
        return [.. names.Where(name => Math.Abs(name.Length - word.Length) <= most && Distance(word, name) <= most)];
    }

    /// <summary>Levenshtein distance: letters to add, drop or replace.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
