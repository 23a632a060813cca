using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>Modes: useful ones, special bits, and more than there are.</summary>
internal static class Modes
{
    private static readonly int[] All = Octal(
        "755 755 777 700 644 600 444 311 70 77 7 505 0 1777 1755 2755 4755 6755 7777 177777");

    private static readonly int[] Types =
    [
        FileModes.CharacterDevice, FileModes.CharacterDevice, FileModes.CharacterDevice, FileModes.BlockDevice,
        FileModes.Bad, FileModes.Bad, FileModes.Bad, FileModes.Whiteout, FileModes.Fifo, FileModes.Regular,
        FileModes.Directory, FileModes.SymbolicLink, 0,
    ];

    public static int Any(ref Prng random) => random.Pick<int>(All);

    /// <summary>With a type, mostly one that mknod makes.</summary>
    public static int OfNode(ref Prng random) => random.Pick<int>(Types) | Any(ref random) & FileModes.All;

    /// <summary>For umask.</summary>
    public static int Mask(ref Prng random) => random.Chance(60) ? random.Pick<int>([0, 0x12, 0x3f]) : Any(ref random);

    private static int[] Octal(string modes) => [.. modes.Split(' ').Select(mode => Convert.ToInt32(mode, 8))];
}
