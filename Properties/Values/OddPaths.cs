namespace Verify.Properties.Values;

/// <summary>Paths at and one beyond each limit of length and of links, and paths without components.</summary>
internal static class OddPaths
{
    /// <summary>The name of a symbolic link to its own directory.</summary>
    public const string DotLink = "dot";

    /// <summary>The name of a symbolic link whose target leaves room for a few more characters only.</summary>
    public const string FarLink = "far";

    /// <summary>The target of <see cref="FarLink"/>: 12 more characters reach the limit of a path.</summary>
    public static readonly string FarTarget = string.Concat(Enumerable.Repeat("./", 505));

    private static readonly string?[] All =
    [
        null, "", "/", "//", ".", "..", "./", "../", "/..", "/.", "/../", "a/", "none", "none/", "none/a", "/none/",
        Components(255), Components(256), Components(255, 255, 255, 254), Components(255, 255, 255, 255),
        Links(32), Links(33), Links(32) + "/", Links(33) + "/.",
        "/" + FarLink + new string('/', 12), "/" + FarLink + new string('/', 13),
    ];

    public static string? Next(ref Prng random) => random.Pick<string?>(All);

    private static string Components(params int[] lengths) =>
        string.Concat(lengths.Select(length => "/" + new string('p', length)));

    private static string Links(int count) => string.Concat(Enumerable.Repeat("/" + DotLink, count));
}
