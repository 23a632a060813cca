using System.Collections.Immutable;

namespace Verify.Properties.Worlds;

/// <summary>A text that was assembled from parts of a line, with the column that each character comes from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Columns">For each character its column in the line, from 1.</param>
internal readonly record struct ColumnText(string Text, ImmutableArray<int> Columns)
{
    /// <summary>No characters.</summary>
    public static ColumnText Empty { get; } = new("", []);

    /// <summary>A text at consecutive columns.</summary>
    public static ColumnText From(int column, string text) => new(text, [.. Enumerable.Range(column, text.Length)]);

    /// <summary>A text whose characters all come from one column.</summary>
    public static ColumnText At(int column, string text) => new(text, [.. Enumerable.Repeat(column, text.Length)]);

    /// <summary>This text, then another.</summary>
    public ColumnText Append(ColumnText next) => new(Text + next.Text, Columns.AddRange(next.Columns));

    /// <summary>This text several times.</summary>
    public ColumnText Repeat(int count)
    {
        ImmutableArray<int> columns = Columns;
        return new(
            string.Concat(Enumerable.Repeat(Text, count)),
            [.. Enumerable.Repeat(columns, count).SelectMany(each => each)]);
    }

    /// <summary>The column of a character, or the one after the last.</summary>
    public int ColumnOf(int index) => index < Columns.Length ? Columns[index] : Columns.LastOrDefault() + 1;
}
