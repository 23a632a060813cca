namespace Verify.Properties.Shrinking;

/// <summary>Orders of values, plainest first: what is simpler than a value stands before it.</summary>
internal static class ValueOrder
{
    private static readonly int[] Numbers = [0, 1, 1001];

    /// <summary>Numbers plainer than this one.</summary>
    public static IEnumerable<int> Below(int number) => Numbers.Before(number);

    /// <summary>Modes plainer than this one: of everybody's, then without its special bits. The type stays.</summary>
    public static IEnumerable<int> PlainerMode(int mode)
    {
        const int plain = 0x1ff;
        int type = mode & ~0xfff;
        return mode == (type | plain) ? [] : [type | plain];
    }

    /// <summary>The plain text, where it is another one.</summary>
    public static IEnumerable<string> Plainer(string? text, string plain) => text == plain ? [] : [plain];

    /// <summary>The values before this one; all of them where it is not among them.</summary>
    public static T[] Before<T>(this T[] values, T value)
    {
        int index = Array.IndexOf(values, value);
        return index < 0 ? values : values[..index];
    }
}
