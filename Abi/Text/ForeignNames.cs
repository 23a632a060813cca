using System.Collections.Concurrent;

namespace Verify.Abi.Text;

/// <summary>
/// Names of errors and options that FreeBSD 4.0 does not have, such as EREMOTEIO. Each has a number above all of
/// FreeBSD's, derived from the name, so that it can be compared, and printed as it was read.
/// </summary>
public static class ForeignNames
{
    private const int First = 0x4000_0000;

    private static readonly ConcurrentDictionary<int, string> Names = [];

    /// <summary>True for the number of a foreign name.</summary>
    public static bool IsForeign(int number) => number >= First && Names.ContainsKey(number);

    /// <summary>The number of a name.</summary>
    internal static int NumberOf(string name)
    {
        int number = Hash(name);
        while (Names.GetOrAdd(number & First - 1 | First, name) != name)
        {
            number++;
        }

        return number & First - 1 | First;
    }

    /// <summary>The name with a number; null if it has none.</summary>
    internal static string? Find(int number) => Names.GetValueOrDefault(number);

    /// <summary>FNV-1a, which is the same in every run.</summary>
    private static int Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)hash;
    }
}
