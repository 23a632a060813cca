
namespace Verify.Properties.Values;

/// <summary>
/// Integers that show a kernel that truncates a number, drops its sign, or tests a flag for 1 instead of for nonzero.
/// </summary>
internal static class EdgeIntegers
{
    private static readonly int[] Edges =
        [int.MinValue, -65536, -256, -2, -1, 2, 255, 256, 257, 32768, 65535, 65536, 65537, int.MaxValue];

    private static readonly int[] Switches = [0, 0, 0, 0, 1, 1, 1, 1, 1, -1, 2, 256, 65536, int.MinValue];

    private static readonly int[] Usual = [0, 1001, 1001, 1002];

    /// <summary>The largest or smallest number of some width, or one beside it.</summary>
    public static int Edge(ref Prng random) => random.Pick<int>(Edges);

    /// <summary>A flag: false if it is 0, otherwise true.</summary>
    public static int Switch(ref Prng random) => random.Pick<int>(Switches);

    /// <summary>A different number with the same low bits or digits, or with the opposite sign.</summary>
    public static int LookAlike(ref Prng random, int number) => random.Below(7) switch
    {
        0 => number + 256,
        1 or 2 => number + 65536,
        3 => number ^ int.MinValue,
        4 => -number,
        5 => unchecked(number * 10),
        _ => number + 16,
    };

    /// <summary>A user or group id other than the usual ones.</summary>
    public static int OddId(ref Prng random) =>
        random.Chance(60) ? LookAlike(ref random, random.Pick<int>(Usual)) : Edge(ref random);
}
