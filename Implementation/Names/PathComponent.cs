namespace Verify.Implementation.Names;

/// <summary>One name within the text of a path.</summary>
internal readonly struct PathComponent(int start, int end, bool hasSlash, bool isLast)
{
    /// <summary>The position after it.</summary>
    public int End { get; } = end;

    public int Length { get; } = end - start;

    /// <summary>A slash follows: it is meant to be a directory.</summary>
    public bool HasSlash { get; } = hasSlash;

    /// <summary>No other part follows.</summary>
    public bool IsLast { get; } = isLast;

    /// <summary>The part that comes next; one of length 0 where only slashes, or nothing, come.</summary>
    public static PathComponent Next(string text, int position)
    {
        int start = SkipSlashes(text, position);
        int end = start;
        while (end < text.Length && text[end] != '/')
        {
            end++;
        }

        return new PathComponent(start, end, hasSlash: end < text.Length, isLast: SkipSlashes(text, end) == text.Length);
    }

    public ReadOnlySpan<char> In(string text) => text.AsSpan(End - Length, Length);

    /// <summary>
    /// What is looked up after the part where it is a symbolic link: nothing after the last one, whatever slashes follow
    /// it, and otherwise what comes after it from one slash on.
    /// </summary>
    public ReadOnlySpan<char> RestOf(string text) => IsLast ? "" : text.AsSpan(SkipSlashes(text, End) - 1);

    private static int SkipSlashes(string text, int position)
    {
        while (position < text.Length && text[position] == '/')
        {
            position++;
        }

        return position;
    }
}
