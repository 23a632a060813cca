using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Verify.Abi;

namespace Verify.Properties.Worlds;

/// <summary>
/// Reads a world's file: <c>about:</c>, <c>requirements:</c> and <c>depth:</c> with their values, then
/// <c>start:</c> with a trace, and <c>calls:</c> with the alphabet. A line <c>let name = a|b</c> defines a list for the
/// lines after it.
/// </summary>
internal sealed partial class WorldReader
{
    private const string Start = "start:";
    private const int MostCalls = 256;
    private const int MostDepth = 100;

    private readonly string _file;
    private readonly string[] _lines;
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = [];
    private int _next;

    public WorldReader(string text, string fileName)
    {
        _file = fileName;
        _lines = text.TrimEnd().Split('\n');
    }

    /// <exception cref="TraceFormatException">With <c>file:line:column: what was expected</c>.</exception>
    public SmallWorld Read()
    {
        string name = Path.GetFileNameWithoutExtension(_file);
        if (!WorldName().IsMatch(name))
        {
            throw Expected("a file name of lower-case letters, digits and hyphens", line: 0, at: 0, $"'{name}'");
        }

        string about = Value("about:");
        string[] requirements = Value("requirements:").Split(' ');
        if (Array.Find(requirements, id => !RequirementId().IsMatch(id)) is { } other)
        {
            throw Expected("ids of requirements such as \"G1 J2\"", $"'{other}'");
        }

        bool isDepth = int.TryParse(Value("depth:"), out int depth) && depth is > 0 and <= MostDepth;
        depth = isDepth ? depth : throw Expected($"a depth from 1 to {MostDepth}", _lines[_next - 1].Trim());
        LinesUntil(Start);
        Trace start = ReadTrace(LinesUntil("calls:"), new World());
        ImmutableArray<Call> alphabet = ReadAlphabet(LinesUntil(marker: null), start.World);
        return new SmallWorld(name, about, [.. requirements], depth, start, alphabet);
    }

    private string Value(string key)
    {
        while (_next < _lines.Length && IsBlank(_lines[_next]))
        {
            _next++;
        }

        string line = _next < _lines.Length ? _lines[_next].Trim() : "";
        return line.StartsWith(key + " ", StringComparison.Ordinal)
            ? _lines[_next++].Trim()[key.Length..].Trim()
            : throw Expected($"\"{key}\" and a value", _next, at: 0, line.Length == 0 ? "the end" : $"'{line}'");
    }

    /// <summary>
    /// The expanded lines up to a marker, which is skipped, or up to the end. Before "start:" there are only lists.
    /// </summary>
    private List<ExpandedLine> LinesUntil(string? marker)
    {
        List<ExpandedLine> lines = [];
        for (; _next < _lines.Length; _next++)
        {
            string line = _lines[_next];
            if (line.Trim() == marker)
            {
                _next++;
                return lines;
            }

            if (Definition().Match(line) is { Success: true } definition)
            {
                int column = definition.Length + 1;
                _lists[definition.Groups[1].Value] = Expander().Alternatives(column);
            }
            else if (line.TrimStart().StartsWith("let ", StringComparison.Ordinal))
            {
                throw Expected("a list such as \"let name = a|b\"", _next, at: 0, $"'{line.Trim()}'");
            }
            else if (marker == Start && !IsBlank(line))
            {
                throw Expected($"\"let\" or \"{Start}\"", _next, at: 0, $"'{line.Trim()}'");
            }
            else if (!IsBlank(line))
            {
                lines.AddRange(Expander().Lines().Select(text => new ExpandedLine(_next + 1, text)));
            }
        }

        return marker is null ? lines : throw Expected($"\"{marker}\"", _next, at: 0, "the end");
    }

    private LineExpander Expander() => new(_file, _next + 1, _lines[_next], _lists);

    /// <summary>Reads the trace that lines make up, on a machine to which they may add.</summary>
    private Trace ReadTrace(List<ExpandedLine> lines, World machine)
    {
        Trace trace;
        ImmutableArray<TextPlace> places;
        try
        {
            string text = string.Join('\n', lines.Select(line => line.Text.Text));
            trace = TraceReader.Read(text, _file, machine, out places);
        }
        catch (TraceFormatException error)
        {
            ExpandedLine line = lines[error.Line - 1];
            int column = line.Text.ColumnOf(error.Column - 1);
            throw new TraceFormatException(_file, line.Number, column, error.Expected, error.Found);
        }

        int stated = trace.Steps.Select(step => step.Stated is not null).ToList().IndexOf(true);
        return stated < 0
            ? trace
            : throw Expected(
                "a call without a result", lines[places[stated].Line - 1], places[stated].Column - 1, "a result");
    }

    private ImmutableArray<Call> ReadAlphabet(List<ExpandedLine> lines, World machine)
    {
        if (lines.Find(line => !line.Text.Text.TrimStart().StartsWith('[')) is { } other)
        {
            throw Expected("a call such as [1] fork()", other, at: 0, "another line");
        }

        if (lines.Count is 0 or > MostCalls)
        {
            throw Expected($"1 to {MostCalls} calls", _lines.Length - 1, at: 0, $"{lines.Count}");
        }

        Call[] alphabet = [.. ReadTrace(lines, machine).Steps.Select(step => step.Call)];
        var seen = new Dictionary<Call, int>();
        foreach ((Call call, ExpandedLine line) in alphabet.Zip(lines))
        {
            if (!seen.TryAdd(call, line.Number))
            {
                throw Expected("a call that is not in the alphabet yet", line, at: 0, $"one of line {seen[call]}");
            }
        }

        return [.. alphabet];
    }

    private static bool IsBlank(string line) => line.TrimStart() is "" or ['#', ..];

    private TraceFormatException Expected(string what, string found) => Expected(what, _next - 1, at: 0, found);

    private TraceFormatException Expected(string what, ExpandedLine line, int at, string found) =>
        new(_file, line.Number, line.Text.ColumnOf(at), what, found);

    private TraceFormatException Expected(string what, int line, int at, string found) =>
        new(_file, line + 1, at + 1, what, found);

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex WorldName();

    [GeneratedRegex(@"^[A-Z]\d+$")]
    private static partial Regex RequirementId();

    [GeneratedRegex(@"^\s*let ([a-z]+) = (?=.)")]
    private static partial Regex Definition();

    /// <summary>A line after expansion, and the number of the line that it comes from.</summary>
    private sealed record ExpandedLine(int Number, ColumnText Text);
}
