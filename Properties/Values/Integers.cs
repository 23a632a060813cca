
namespace Verify.Properties.Values;

/// <summary>
/// Integers that a wrong kernel takes for others: what keeps too few bits, forgets the sign, or compares with one value
/// where any other counts as well, shows at these.
/// </summary>
internal static class Integers
{
    private static readonly int[] Edges =
        [int.MinValue, -65536, -256, -2, -1, 2, 255, 256, 257, 32768, 65535, 65536, 65537, int.MaxValue];

    private static readonly int[] Switches = [0, 0, 0, 0, 1, 1, 1, 1, 1, -1, 2, 256, 65536, int.MinValue];

    private static readonly int[] Usual = [0, 1001, 1001, 1002];

    /// <summary>One at which some width of a word ends.</summary>
    public static int Edge(ref Prng random) => random.Pick<int>(Edges);

    /// <summary>What means no where it is 0, and yes in every other case.</summary>
    public static int Switch(ref Prng random) => random.Pick<int>(Switches);

    /// <summary>Another one that has the same low bits or digits, or differs in the sign only.</summary>
    public static int LookAlike(ref Prng random, int number) => random.Below(7) switch
    {
        0 => number + 256,
        1 or 2 => number + 65536,
        3 => number ^ int.MinValue,
        4 => -number,
        5 => unchecked(number * 10),
        _ => number + 16,
    };

    /// <summary>A user's or group's id that is none of the usual ones.</summary>
    public static int OddId(ref Prng random) =>
        random.Chance(60) ? LookAlike(ref random, random.Pick<int>(Usual)) : Edge(ref random);
}
