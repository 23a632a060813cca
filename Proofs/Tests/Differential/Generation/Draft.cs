using System.Text;

namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>A method being written: its text so far, the random source, and the number of forks left.</summary>
internal sealed class Draft(int seed, int forks)
{
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();
    private readonly Random _random = new(seed);
    private int _depth = 1;
    private int _names;
    private int _forks = forks;

    public string Text => _text.ToString();

    /// <summary>A number from 0 to one less than the bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    public T Pick<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];

    /// <summary>A new name.</summary>
    public string Fresh(string prefix) => $"{prefix}{_names++}";

    /// <summary>Asks for one more fork, which at worst doubles the number of paths.</summary>
    public bool TryFork() => _forks > 0 && _forks-- > 0;

    /// <summary>Writes a repeated part, which must not fork.</summary>
    public void Repeated(Action body)
    {
        var kept = _forks;
        _forks = 0;
        body();
        _forks = kept;
    }

    public void Line(string line) => _text.Append(string.Concat(Enumerable.Repeat(Indent, _depth))).AppendLine(line);

    public void Block(string head, Action body)
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}");
    }
}
