using System.Text;
using System.Text.RegularExpressions;

namespace Verify.Abi.Tests;

/// <summary>
/// Damages texts of traces, half of them in one place, others in up to six. The same seed makes the same texts.
/// </summary>
/// <param name="texts">The texts.</param>
/// <param name="examples">Texts that have every form; each other text is one of them.</param>
/// <param name="seed">The seed.</param>
internal sealed partial class TraceDamage(IReadOnlyList<string> texts, IReadOnlyList<string> examples, int seed)
{
    private const int MostPlaces = 6;

    private static readonly string[] Strange =
    [
        "\u00e9", "\u0416", "\u2028", "\ud800", "\ufeff", "\0", "\r", "\t", "\"", "\\", "\\x", "\\u12", "#", "|", "?",
        "...", "<", ">", "[", "]", "(", ")", "=", ",", "<unfinished ...>", "<... accept resumed>", "sent", "nothing",
        "received by nobody", "control", "from", "wakeups later\n", "panic", "panic(", "wire", "-1", "NULL", "EX_1",
        "\"x\"..., 99999999", "\"\"..., 2147483647",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "00", "07777777", "1e9", "0x10", "262144", "262145", "65536", "99999999", "1000000000",
        "2147483591", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
        "18446744073709551616", "037777777777777", new('0', 400), new('9', 400),
    ];

    private readonly Random _random = new(seed);
    private readonly string[] _tokens =
        [.. texts.Concat(examples).SelectMany(text => Token().Matches(text).Select(match => match.Value)).Distinct()];

    private readonly string[] _lines =
        [.. texts.Concat(examples).SelectMany(text => text.Split('\n')).Distinct()];

    /// <summary>The next damaged text.</summary>
    public string Next()
    {
        string text = Any(_random.Next(2) == 0 ? texts : examples);
        int places = _random.Next(2) == 0 ? 1 : _random.Next(MostPlaces) + 1;
        for (int i = 0; i < places; i++)
        {
            text = Damaged(text);
        }

        return text;
    }

    [GeneratedRegex("[A-Za-z0-9_.-]+|\"[^\"\n]*\"|[^\\s]")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private string Damaged(string text)
    {
        int at = _random.Next(text.Length + 1);
        int length = _random.Next(Math.Min(text.Length - at, 12) + 1);
        return _random.Next(10) switch
        {
            0 => WithFlippedBit(text),
            1 => text.Remove(at, length),
            2 => text.Insert(at, Any(Strange)),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text[..at],
            5 => WithSwappedLines(text),
            6 => WithLine(text, Any(_lines)),
            7 => WithOther(text, Digits(), Any(Numbers)),
            8 => WithOther(text, Token(), Any(Strange)),
            _ => WithOther(text, Token(), Any(_tokens)),
        };
    }

    private string WithFlippedBit(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        if (bytes.Length > 0)
        {
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return Encoding.Latin1.GetString(bytes);
    }

    private string WithSwappedLines(string text)
    {
        string[] lines = text.Split('\n');
        int first = _random.Next(lines.Length);
        int second = _random.Next(lines.Length);
        (lines[first], lines[second]) = (lines[second], lines[first]);
        return string.Join('\n', lines);
    }

    private string WithLine(string text, string line)
    {
        List<string> lines = [.. text.Split('\n')];
        lines.Insert(_random.Next(lines.Count + 1), line);
        return string.Join('\n', lines);
    }

    /// <summary>Another text in place of the first match behind any position.</summary>
    private string WithOther(string text, Regex pattern, string other)
    {
        Match place = pattern.Match(text, _random.Next(text.Length + 1));
        return text[..place.Index] + other + text[(place.Index + place.Length)..];
    }

    private string Any(IReadOnlyList<string> items) => items[_random.Next(items.Count)];
}
