namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Structs by value, nested, in arrays, boxed, and by ref, in and out, also aliased.</summary>
internal sealed class Structs(Draft draft, IntegerExpressions integers) : IFeature
{
    private readonly List<string> _names = [];
    private string _nest = "";
    private string _array = "";

    public void Declare()
    {
        for (var i = 0; i < 2; i++)
        {
            var name = draft.Fresh("u");
            draft.Line($"Pair {name} = new Pair({integers.Operand()}, {integers.Value("short", 0)});");
            _names.Add(name);
        }

        _nest = draft.Fresh("u");
        _array = draft.Fresh("a");
        draft.Line($"Nest {_nest} = default;");
        draft.Line($"Pair[] {_array} = new Pair[2];");
        integers.Reads.Add(() => draft.Pick(
        [
            $"{AnyPair()}.Second", $"{AnyPair()}.Total", $"Library.Sum(in {draft.Pick(_names)})", $"(int){_nest}.Wide",
        ]));
    }

    public void Statement()
    {
        var name = draft.Pick(_names);
        var other = draft.Pick(_names);
        draft.Line(draft.Below(14) switch
        {
            0 => $"{name} = {AnyPair()};",
            1 => $"{AnyPair()}.First = {integers.Value("int")};",
            2 => $"{AnyPair()}.Second = {integers.Value("short")};",
            3 => $"{_nest}.Inner = {name};",
            4 => $"{_nest}.Wide = {integers.Value("long")};",
            5 => $"{AnyPair()}.Add({integers.Operand()});",
            6 => $"Library.Swap(ref {AnyPair()}, ref {AnyPair()});",
            7 => $"Library.Fill(out {AnyPair()}, {integers.Operand()});",
            8 => $"Library.Twice(ref {name}.Second, ref {other}.Second, in {other});",
            9 => $"{name} = Library.Greater({AnyPair()}, in {other});",
            10 => $"{{ Pair copy = {name}; copy.Add(3); {_array}[1] = copy; {name}.Add(copy.First); }}",
            11 => $"{{ object box = {name}; {name}.Add(1); {name}.Add(((Pair)box).First); }}",
            12 when draft.TryFork() => $"{_array}[{integers.Variable()} & 1].Add({integers.Operand()});",
            _ => $"{_array}[{draft.Below(2)}] = {AnyPair()} with {{ Second = {integers.Value("short")} }};",
        });
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        _names.Append($"{_nest}.Inner").Append($"{_array}[0]").Append($"{_array}[1]").Select(pair => ("Pair", pair))
            .Append(("long", $"{_nest}.Wide"));

    private string AnyPair() => draft.Pick([.. _names, $"{_nest}.Inner", $"{_array}[{draft.Below(2)}]"]);
}
