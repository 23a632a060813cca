using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// Reads one line token by token. White space between tokens and a comment at the end are ignored. A word is a run of
/// letters, digits, dots, underscores and minus signs: names, numbers and addresses are words.
/// </summary>
internal sealed class Scanner(string file, int line, string text)
{
    private int _at;

    /// <summary>True if only white space or a comment is left.</summary>
    public bool AtEnd => Mark() == text.Length || text[_at] == '#';

    /// <summary>The next word; empty if the next token is not a word.</summary>
    public ReadOnlySpan<char> Word
    {
        get
        {
            SkipSpace();
            int end = _at;
            while (end < text.Length && IsWord(text[end]))
            {
                end++;
            }

            return text.AsSpan(_at, end - _at);
        }
    }

    /// <summary>Consumes the next word.</summary>
    public void TakeWord() => _at += Word.Length;

    /// <summary>Consumes this word, which must come next.</summary>
    public void TakeWord(string word)
    {
        if (!TryTakeWord(word))
        {
            throw Expected($"'{word}'");
        }
    }

    /// <summary>Consumes the word if it is the next one.</summary>
    public bool TryTakeWord(string word)
    {
        bool found = Word.SequenceEqual(word);
        if (found)
        {
            TakeWord();
        }

        return found;
    }

    public bool At(char mark) => Mark() < text.Length && text[_at] == mark;

    /// <summary>Consumes the mark if it comes next.</summary>
    public bool TryTake(char mark)
    {
        bool found = At(mark);
        if (found)
        {
            _at++;
        }

        return found;
    }

    public void Take(char mark)
    {
        if (!TryTake(mark))
        {
            throw Expected($"'{mark}'");
        }
    }

    public void TakeEnd()
    {
        if (!AtEnd)
        {
            throw Expected("the end of the line");
        }
    }

    /// <summary>A decimal number within bounds.</summary>
    public int Number(int least, int most, string what)
    {
        const NumberStyles Digits = NumberStyles.AllowLeadingSign;
        bool isNumber = int.TryParse(Word, Digits, CultureInfo.InvariantCulture, out int number);
        if (!isNumber || number < least || number > most)
        {
            throw Expected($"{what} from {least} to {most}");
        }

        TakeWord();
        return number;
    }

    /// <summary>An octal number of at most six digits, the first of which is 0.</summary>
    public int Octal(string what)
    {
        const int MostDigits = 7;
        ReadOnlySpan<char> word = Word;
        if (word.Length is 0 or > MostDigits || word[0] != '0' || word.ContainsAnyExceptInRange('0', '7'))
        {
            throw Expected($"{what} in octal, such as 0755");
        }

        int number = Convert.ToInt32(word.ToString(), 8);
        TakeWord();
        return number;
    }

    /// <summary>A text in quotes, its escapes undone.</summary>
    public string Quoted(string what)
    {
        if (!TryTake('"'))
        {
            throw Expected($"{what} in quotes");
        }

        var content = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            content.Append(text[_at] == '\\' ? Escaped() : Plain());
        }

        if (_at == text.Length)
        {
            throw Expected("a closing quote");
        }

        _at++;
        return content.ToString();
    }

    /// <summary>The error at the next token.</summary>
    public TraceFormatException Expected(string what) =>
        new(file, line, Mark() + 1, what, AtEnd ? "the end of the line" : $"'{Token()}'");

    /// <summary>The position of the next token, for <see cref="Expected(string, int)"/>.</summary>
    public int Mark()
    {
        SkipSpace();
        return _at;
    }

    /// <summary>The error that something else should stand at an earlier mark.</summary>
    public TraceFormatException Expected(string what, int mark)
    {
        _at = mark;
        return Expected(what);
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r')
        {
            _at++;
        }
    }

    /// <summary>The next token, the end of a long one left out.</summary>
    private string Token()
    {
        const int MostShown = 60;
        int end = Math.Max(_at + 1, _at + Word.Length);
        if (text[_at] == '"')
        {
            int close = text.IndexOf('"', _at + 1);
            end = close < 0 ? text.Length : close + 1;
        }

        return end - _at > MostShown
            ? Quotation.Printable(text[_at..(_at + MostShown)]) + "..."
            : Quotation.Printable(text[_at..end]);
    }

    private char Plain() => Quotation.IsPlain(text[_at])
        ? text[_at++]
        : throw new TraceFormatException(
            file,
            line,
            _at + 1,
            "a printable character, or \\x and two digits",
            $"'{Quotation.Printable(text[_at..(_at + 1)])}'");

    private char Escaped()
    {
        int start = _at;
        char kind = start + 1 < text.Length ? text[start + 1] : '\0';
        _at += 2;
        return kind switch
        {
            '"' or '\\' => kind,
            'x' => Code(start, digits: 2),
            'u' => Code(start, digits: 4),
            _ => throw Expected("one of \\\" \\\\ \\xNN \\uNNNN", start),
        };
    }

    private char Code(int start, int digits)
    {
        ReadOnlySpan<char> code = text.AsSpan(_at, Math.Min(digits, text.Length - _at));
        if (code.Length < digits || !ushort.TryParse(code, NumberStyles.AllowHexSpecifier, null, out ushort value))
        {
            throw Expected($"{digits} hexadecimal digits after the backslash", start);
        }

        _at += digits;
        return (char)value;
    }
}
