using Verify.Properties.Generation.Machines;

namespace Verify.Properties.Values;

/// <summary>Paths on both sides of each bound, and of no parts; <see cref="BootFileGenerator"/> has the links.</summary>
internal static class OddPaths
{
    /// <summary>A link to the directory that it is in.</summary>
    public const string DotLink = "dot";

    /// <summary>A link whose target is so long that hardly anything may follow it.</summary>
    public const string FarLink = "far";

    /// <summary>The target of <see cref="FarLink"/>: 12 characters more are as much as a path may be.</summary>
    public static readonly string FarTarget = string.Concat(Enumerable.Repeat("./", 505));

    private static readonly string?[] All =
    [
        null, "", "/", "//", ".", "..", "./", "../", "/..", "/.", "/../", "a/", "none", "none/", "none/a", "/none/", Parts(255), Parts(256),
        Parts(255, 255, 255, 254), Parts(255, 255, 255, 255),
        Links(32), Links(33), Links(32) + "/", Links(33) + "/.",
        "/" + FarLink + new string('/', 12), "/" + FarLink + new string('/', 13),
    ];

    public static string? Next(ref Prng random) => random.Pick<string?>(All);

    private static string Parts(params int[] lengths) =>
        string.Concat(lengths.Select(length => "/" + new string('p', length)));

    private static string Links(int count) => string.Concat(Enumerable.Repeat("/" + DotLink, count));
}
