using System.Text.RegularExpressions;

namespace Verify.Properties.Worlds;

/// <summary>
/// Expands the groups in braces of one line: <c>{a|b}</c> to each alternative, <c>{0..9}</c> to each number,
/// <c>{x*9}</c> to x nine times, and <c>{name}</c> to each alternative of a list. A line with several groups expands to
/// all combinations, the first group varying slowest. A comment ends the line.
/// </summary>
/// <param name="file">What messages call the file.</param>
/// <param name="number">The line's number, from 1.</param>
/// <param name="line">The line.</param>
/// <param name="lists">The lists defined above, by name.</param>
internal sealed partial class LineExpander(
    string file, int number, string line, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
{
    /// <summary>Bounds what a mistyped range or repetition can cost.</summary>
    private const int Most = 4096;

    private readonly int _end = EndOf(line);
    private int _at;

    /// <summary>The lines that this one expands to; itself if it has no groups.</summary>
    /// <exception cref="TraceFormatException">A group is malformed.</exception>
    public IReadOnlyList<ColumnText> Lines()
    {
        List<ColumnText> lines = Sequence(isInGroup: false);
        return _at == _end ? lines : throw Expected("a '{' before it; in quotes, \\x7d is a closing brace");
    }

    /// <summary>The alternatives from a column to the end of the line, which <c>|</c> separates.</summary>
    /// <exception cref="TraceFormatException">A group is malformed.</exception>
    public IReadOnlyList<string> Alternatives(int column)
    {
        _at = column - 1;
        List<ColumnText> alternatives = Alternatives(out _);
        return _at == _end
            ? [.. alternatives.Select(alternative => alternative.Text)]
            : throw Expected("a '{' before it; in quotes, \\x7d is a closing brace");
    }

    /// <summary>The length of a line without its comment and the white space before that.</summary>
    private static int EndOf(string line) => line[..CodeBeforeComment().Match(line).Length].TrimEnd().Length;

    /// <summary>Text and groups up to the end of the line, or of the alternative.</summary>
    private List<ColumnText> Sequence(bool isInGroup)
    {
        List<ColumnText> lines = [ColumnText.Empty];
        int plain = _at;
        while (true)
        {
            bool isOver = _at == _end || line[_at] == '}'
                || (isInGroup && (line[_at] == '|' || Repetition().IsMatch(line[_at.._end])));
            if (!isOver && line[_at] != '{')
            {
                _at++;
                continue;
            }

            lines = Combine(lines, [ColumnText.From(plain + 1, line[plain.._at])]);
            if (isOver)
            {
                return lines;
            }

            lines = Combine(lines, Group());
            plain = _at;
        }
    }

    private List<ColumnText> Group()
    {
        int start = _at++;
        Match name = Name().Match(line[_at.._end]);
        if (name.Success)
        {
            IReadOnlyList<string> list = lists.GetValueOrDefault(name.Groups[1].Value)
                ?? throw Expected("the name of a list that a 'let' above defines, or alternatives such as a|b");
            _at += name.Length;
            return [.. list.Select(text => ColumnText.At(start + 1, text))];
        }

        List<ColumnText> alternatives = Alternatives(out bool isPlain);
        if (isPlain)
        {
            throw Expected("alternatives such as a|b, numbers such as 0..9, or a repetition such as x*9", start + 1);
        }

        return _at < _end && line[_at++] == '}' ? alternatives : throw Expected("'}'");
    }

    /// <param name="isPlain">True if there is a single alternative, and it is only text.</param>
    private List<ColumnText> Alternatives(out bool isPlain)
    {
        List<ColumnText> all = [];
        isPlain = true;
        while (true)
        {
            int start = _at;
            all.AddRange(Alternative(out bool isText));
            isPlain &= isText;
            CheckCount(all.Count, start);
            if (_at == _end || line[_at] != '|')
            {
                return all;
            }

            isPlain = false;
            _at++;
        }
    }

    private List<ColumnText> Alternative(out bool isText)
    {
        int start = _at;
        Match range = NumberRange().Match(line[_at.._end]);
        isText = !range.Success;
        if (range.Success)
        {
            _at += range.Length;
            return NumbersOf(range, start);
        }

        List<ColumnText> texts = Sequence(isInGroup: true);
        Match repetition = Repetition().Match(line[_at.._end]);
        if (!repetition.Success)
        {
            isText = texts.Count == 1;
            return texts;
        }

        isText = false;
        bool isCount = int.TryParse(repetition.Groups[1].ValueSpan, out int count) && count <= Most;
        int times = isCount ? count : throw Expected($"a repetition of at most {Most} times");
        _at += repetition.Length;
        return texts.ConvertAll(text => text.Repeat(times));
    }

    private List<ColumnText> NumbersOf(Match range, int start)
    {
        bool areNumbers = long.TryParse(range.Groups[1].ValueSpan, out long first)
            & long.TryParse(range.Groups[2].ValueSpan, out long last);
        if (!areNumbers || last < first || last - first >= Most)
        {
            throw Expected($"the least number, \"..\", and the greatest, at most {Most} in all", start);
        }

        return
        [
            .. Enumerable.Range(0, (int)(last - first) + 1)
                .Select(offset => ColumnText.At(start + 1, (first + offset).ToString())),
        ];
    }

    private List<ColumnText> Combine(List<ColumnText> heads, List<ColumnText> tails)
    {
        CheckCount(heads.Count * tails.Count, _at);
        return [.. heads.SelectMany(_ => tails, (head, tail) => head.Append(tail))];
    }

    private void CheckCount(int count, int at)
    {
        if (count > Most)
        {
            throw Expected($"at most {Most} lines from one", at);
        }
    }

    private TraceFormatException Expected(string what) => Expected(what, _at);

    private TraceFormatException Expected(string what, int at) => new(
        file, number, at + 1, what, at < _end ? $"'{line[at]}'" : "the end of the line");

    [GeneratedRegex("""^(?:[^"#]|"(?:[^"\\]|\\.)*"?)*""")]
    private static partial Regex CodeBeforeComment();

    [GeneratedRegex(@"^([a-z]+)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(-?\d+)\.\.(-?\d+)(?=[|}]|$)")]
    private static partial Regex NumberRange();

    [GeneratedRegex(@"^\*(\d+)(?=[|}]|$)")]
    private static partial Regex Repetition();
}
