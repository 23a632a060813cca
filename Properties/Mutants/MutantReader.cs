namespace Verify.Properties.Mutants;

/// <summary>
/// Reads a mutant file: a description, then <c>requirements:</c>, <c>caught by:</c> and <c>file:</c> with their values,
/// then the lines <c>before:</c> and <c>after:</c>, each followed by source text. A mutant of both sides continues with
/// <c>model file:</c> and a second <c>before:</c> and <c>after:</c>.
/// </summary>
internal sealed class MutantReader
{
    private const string ModelFile = "model file:";

    private readonly string _fileName;
    private readonly string[] _lines;
    private int _next;

    private MutantReader(string text, string fileName)
    {
        _fileName = fileName;
        _lines = text.TrimEnd('\n').Split('\n');
    }

    /// <exception cref="MutantException">With <c>file:line: what was expected</c>.</exception>
    public static Mutant Read(string text, string fileName) => new MutantReader(text, fileName).Read();

    private Mutant Read()
    {
        string description = string.Join(' ', LinesUntil("requirements:"));
        string[] requirements = Value("requirements:").Split(' ');
        Engines caughtBy = ParseEngines(Value("caught by:").Split(' '));
        SourceEdit edit = ReadEdit("file:");
        SourceEdit? modelEdit = _next < _lines.Length ? ReadEdit(ModelFile) : null;
        return new Mutant(
            Path.GetFileNameWithoutExtension(_fileName), description, [.. requirements], caughtBy, edit, modelEdit);
    }

    private SourceEdit ReadEdit(string key)
    {
        string file = Value(key);
        Skip("before:");
        string before = string.Join('\n', LinesUntil("after:"));
        Skip("after:");
        int start = _next;
        _next = Array.FindIndex(_lines, start, line => line.StartsWith(ModelFile, StringComparison.Ordinal));
        _next = _next < 0 ? _lines.Length : _next;
        return new SourceEdit(file, before, string.Join('\n', _lines[start.._next]));
    }

    private string[] LinesUntil(string marker)
    {
        int start = _next;
        while (_next < _lines.Length && !_lines[_next].StartsWith(marker, StringComparison.Ordinal))
        {
            _next++;
        }

        return _next == start ? throw Expected($"text before \"{marker}\"", _next)
            : _next == _lines.Length ? throw Expected($"\"{marker}\"", _next)
            : _lines[start.._next];
    }

    private string Value(string key)
    {
        string line = _next < _lines.Length ? _lines[_next] : "";
        return line.StartsWith(key + " ", StringComparison.Ordinal)
            ? _lines[_next++][(key.Length + 1)..]
            : throw Expected($"\"{key}\" and a value", _next);
    }

    private void Skip(string marker)
    {
        if (_next == _lines.Length || _lines[_next] != marker)
        {
            throw Expected($"\"{marker}\" alone on its line", _next);
        }

        _next++;
    }

    private Engines ParseEngines(string[] names)
    {
        string[] proofs = [.. names.Where(name => name.Contains('.'))];
        string[] worlds = [.. names.Except(proofs).Where(name => name != MutantDetector.Campaign)];
        bool campaign = names.Contains(MutantDetector.Campaign);
        return worlds.Length + proofs.Length + (campaign ? 1 : 0) == names.Length && !names.Contains("")
            ? new Engines(campaign, [.. worlds], [.. proofs])
            : throw Expected(
                "each of campaign, small worlds, and proofs such as PortCursorProofs.StepUp once", _next - 1);
    }

    private MutantException Expected(string what, int line) => new($"{_fileName}:{line + 1}: expected {what}");
}
