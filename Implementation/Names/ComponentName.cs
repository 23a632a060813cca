namespace Verify.Implementation.Names;

/// <summary>One component of a path.</summary>
internal readonly struct ComponentName(int start, int end, bool hasSlash, bool isLast)
{
    /// <summary>The position after the component.</summary>
    public int End { get; } = end;

    public int Length { get; } = end - start;

    /// <summary>True if a slash follows, so the component must be a directory.</summary>
    public bool HasSlash { get; } = hasSlash;

    /// <summary>True if no component follows.</summary>
    public bool IsLast { get; } = isLast;

    /// <summary>The next component; its length is 0 if only slashes or nothing remains.</summary>
    public static ComponentName Next(string text, int position)
    {
        int start = SkipSlashes(text, position);
        int end = start;
        while (end < text.Length && text[end] != '/')
        {
            end++;
        }

        bool isLast = SkipSlashes(text, end) == text.Length;
        return new ComponentName(start, end, hasSlash: end < text.Length, isLast);
    }

    public ReadOnlySpan<char> In(string text) => text.AsSpan(End - Length, Length);

    /// <summary>
    /// The path that remains if this component is a symbolic link: empty after the last component, even before trailing
    /// slashes, otherwise everything from the last separating slash.
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
