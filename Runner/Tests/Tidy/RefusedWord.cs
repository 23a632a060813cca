using System.Text.RegularExpressions;

namespace Verify.Runner.Tests.Tidy;

/// <summary>A wording that does not come back once it is gone.</summary>
/// <param name="Pattern">A regular expression; upper and lower case differ.</param>
/// <param name="Instead">What to write.</param>
internal sealed record RefusedWord(string Pattern, string Instead)
{
    private readonly Regex _pattern = new(Pattern, RegexOptions.CultureInvariant);

    /// <summary>Wordings, most of them literal translations, that hide who does what.</summary>
    public static IReadOnlyList<RefusedWord> All { get; } =
    [
        new(@"\b[Aa]new\b", "again"),
        new(@"\boctets?\b", "byte"),
        new(@"\b[Nn]obody's\b", "say that it has no owner"),
        new(@"\bthe own\b|\btheir owns\b", "its own, the caller's"),
        new(@"\bthe one asked\b", "name it"),
        new(@"\b[Ww]hom\b", "name the process or user"),
        new(@"\b(hence|thereby|thereof|therein|whatsoever)\b", "so, by this, of it, in it"),
        new(@"\bin vain\b", "without success"),
        new(@"\b(tells?|told) apart\b", "distinguish"),
        new(@"\bat hand\b", "available"),
        new(@"\bthe like\b", "similar"),
        new(@"\bis nowhere\b", "is not mapped, is a null pointer"),
        new(@"\bE[A-Z]{3,} where\b", "an errno is returned if"),
        new(@"\b([Tt]rue|[Ff]alse|[Nn]ull|Empty) where\b", "true if, null if"),
        new(@"\b(fails|skipped|denied|refused|allowed|needed) where\b", "if"),
        new(@"\bholds? (it |them )?against\b", "compare with"),
        new(@"\bas it is so\b|\bit is so that\b", "leave it out"),
    ];

    /// <summary>True if the wording occurs in a line.</summary>
    public bool IsIn(string line) => _pattern.IsMatch(line);
}
