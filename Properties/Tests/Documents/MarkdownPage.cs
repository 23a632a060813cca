using Verify.Testing;

namespace Verify.Properties.Tests.Documents;

/// <summary>A Markdown page, split into prose and code.</summary>
/// <param name="Name">Its path in the repository, with forward slashes.</param>
/// <param name="Text">The text.</param>
internal sealed record MarkdownPage(string Name, string Text)
{
    private const string Fence = "```";
    private const string Indent = "    ";

    /// <summary>The pages of the repository.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
        [.. RepositoryFiles.Pages.Select(path => new MarkdownPage(path, RepositoryFiles.Read(path)))];

    /// <summary>The lines outside code, indented or fenced, with their numbers from 1.</summary>
    public IEnumerable<(int Number, string Line)> Prose =>
        Lines.Where(line => line is { IsFenced: false, IsIndented: false }).Select(line => (line.Number, line.Text));

    /// <summary>
    /// The blocks of indented code, without fenced code: for each the number of its first line, and its text with the
    /// indentation.
    /// </summary>
    public IEnumerable<(int Number, string Text)> IndentedBlocks
    {
        get
        {
            var block = new List<string>();
            foreach ((int number, string text, bool isFenced, bool isIndented) in Lines)
            {
                if (!isFenced && isIndented)
                {
                    block.Add(text);
                }
                else if (block.Count > 0)
                {
                    yield return (number - block.Count, string.Join('\n', block));
                    block.Clear();
                }
            }
        }
    }

    /// <summary>All lines, and an empty one that ends the last block.</summary>
    private IEnumerable<(int Number, string Text, bool IsFenced, bool IsIndented)> Lines
    {
        get
        {
            int number = 0;
            bool isFenced = false;
            foreach (string line in Text.Split('\n').Append(""))
            {
                bool isFence = line.StartsWith(Fence, StringComparison.Ordinal);
                isFenced ^= isFence;
                yield return (++number, line, isFenced || isFence, line.StartsWith(Indent, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
