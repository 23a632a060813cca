using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Orders of values, the simplest first.</summary>
internal static class ValueOrder
{
    private static readonly int[] Numbers = [0, 1, 1001];

    /// <summary>The simpler numbers.</summary>
    public static IEnumerable<int> Below(int number) => Numbers.Before(number);

    /// <summary>The lists with one item less.</summary>
    public static IEnumerable<T[]> WithoutOne<T>(T[] items) =>
        items.Select((_, i) => (T[])[.. items[..i], .. items[(i + 1)..]]);

    /// <summary>
    /// Shorter lengths: 0, and then such that the shortest one that suffices is found in few steps.
    /// </summary>
    public static IEnumerable<int> Shorter(int length)
    {
        for (int less = length; less > 0; less /= 2)
        {
            yield return length - less;
        }
    }

    /// <summary>The simplest mode of the same file type: 0777.</summary>
    public static IEnumerable<int> SimplerMode(int mode)
    {
        int simplest = mode & ~FileModes.All | FileModes.Access;
        return mode == simplest ? [] : [simplest];
    }

    /// <summary>The simplest text, unless this is it.</summary>
    public static IEnumerable<string> SimplerText(string? text, string simplest) => text == simplest ? [] : [simplest];

    /// <summary>The values before this one; all values if it is not one of them.</summary>
    public static T[] Before<T>(this T[] values, T value)
    {
        int index = Array.IndexOf(values, value);
        return index < 0 ? values : values[..index];
    }
}
