using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>File modes: common ones, special bits, and bits that no mode has.</summary>
internal static class Modes
{
    /// <summary>Everybody may search and read, and the owner may write.</summary>
    public static readonly int Open = Octal.Mode("0755");

    /// <summary>Everybody may read, and the owner may write.</summary>
    public static readonly int Readable = Octal.Mode("0644");

    /// <summary>Everybody may read and write.</summary>
    public static readonly int Writable = Octal.Mode("0666");

    private static readonly int[] All =
    [
        .. "755 755 777 700 644 600 444 311 70 77 7 505 0 1777 1755 2755 4755 6755 7777 177777"
            .Split(' ').Select(Octal.Mode),
    ];

    private static readonly int[] Types =
    [
        FileModes.CharacterDevice, FileModes.CharacterDevice, FileModes.CharacterDevice, FileModes.BlockDevice,
        FileModes.Bad, FileModes.Bad, FileModes.Bad, FileModes.Whiteout, FileModes.Fifo, FileModes.Regular,
        FileModes.Directory, FileModes.SymbolicLink, 0,
    ];

    private static readonly int[] CommonMasks = [0, Octal.Mode("022"), Octal.Mode("077")];

    public static int Any(ref Prng random) => random.Pick<int>(All);

    /// <summary>A mode with a file type, mostly one that mknod(2) accepts.</summary>
    public static int WithType(ref Prng random) => random.Pick<int>(Types) | Any(ref random) & FileModes.All;

    /// <summary>An argument for umask(2).</summary>
    public static int Mask(ref Prng random) => random.Chance(60) ? random.Pick<int>(CommonMasks) : Any(ref random);
}
