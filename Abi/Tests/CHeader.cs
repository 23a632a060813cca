using System.Globalization;

namespace Verify.Abi.Tests;

/// <summary>Numbers of a FreeBSD 4.0 header, copied name by name, and how an enum differs from them.</summary>
/// <param name="File">The header, below sys/.</param>
/// <param name="Figures">
/// Names and numbers in turn, as the header writes them: decimal, 0x or octal with a leading 0.
/// </param>
internal sealed record CHeader(string File, string Figures)
{
    private Dictionary<string, long> Values => Figures
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => Number(pair[1]));

    /// <summary>The number in the header.</summary>
    public long this[string name] => Values[name];

    /// <summary>The members of an enum that are missing from the header or have another number.</summary>
    public IEnumerable<string> Differences<T>()
        where T : struct, Enum =>
        from member in Enum.GetValues<T>()
        let number = Convert.ToInt64(member, CultureInfo.InvariantCulture)
        where !Values.TryGetValue(member.ToString(), out var figure) || figure != number
        select $"{member} = {number}";

    private static long Number(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal) ? Convert.ToInt64(text, 16)
        : text.StartsWith('0') ? Convert.ToInt64(text, 8)
        : long.Parse(text, CultureInfo.InvariantCulture);
}
