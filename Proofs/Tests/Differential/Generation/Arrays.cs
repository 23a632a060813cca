namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>
/// Two arrays of one type and a third variable for either; known and unknown indices, in range and out of range.
/// </summary>
internal sealed class Arrays(Draft draft, IntegerExpressions integers) : IFeature
{
    private readonly string _type = draft.Pick(["byte", "sbyte", "ushort", "short", "char", "int", "uint", "long"]);
    private readonly List<(string Name, int Length)> _arrays = [];
    private string _either = "";

    public void Declare()
    {
        for (var i = 0; i < 2; i++)
        {
            var length = draft.Below(3) + 1;
            var items = Enumerable.Range(0, length).Select(_ => integers.Value(_type, 0));
            var name = draft.Fresh("a");
            draft.Line(draft.Chance(4)
                ? $"{_type}[] {name} = new {_type}[{length}];"
                : $"{_type}[] {name} = [{string.Join(", ", items)}];");
            _arrays.Add((name, length));
        }

        _either = draft.Fresh("a");
        draft.Line($"{_type}[]? {_either} = {_arrays[0].Name};");
        integers.Reads.Add(Read);
    }

    public void Statement()
    {
        var (name, length) = draft.Pick(_arrays);
        switch (draft.Below(8))
        {
            case 0 when draft.TryFork():
                draft.Line($"{_either} = {integers.Condition()} ? {name} : {draft.Pick([_either, "null"])};");
                break;
            case 1 when draft.TryFork():
                draft.Line($"{_either}[{Index(2)}] = {integers.Value(_type)};");
                break;
            case 2:
                draft.Line(
                    $"{_either} = Library.Either({integers.Condition()}, {_arrays[0].Name}, {_arrays[1].Name});");
                break;
            case 3:
                draft.Line($"unchecked {{ {name}[{Index(length)}]{draft.Pick(["++", "--"])}; }}");
                break;
            case 4:
                draft.Line(
                    $"unchecked {{ {name}[{Index(length)}] {draft.Pick(["+=", "^="])} {integers.Value(_type, 1)}; }}");
                break;
            case 5:
                var first = $"{_arrays[0].Name}[0]";
                draft.Block($"foreach ({_type} item in {name})", () =>
                    draft.Line($"{first} = unchecked(({_type})(({first} * 3) + item));"));
                break;
            default:
                draft.Line($"{name}[{Index(length)}] = {integers.Value(_type)};");
                break;
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        from array in _arrays
        from index in Enumerable.Range(0, array.Length)
        select (_type, $"{array.Name}[{index}]");

    private string Read()
    {
        var (name, length) = draft.Pick(_arrays);
        return draft.Chance(8) ? $"{name}.Length" : $"(int){name}[{Index(length)}]";
    }

    private string Index(int length) => draft.Below(5) switch
    {
        0 when draft.TryFork() => draft.Pick([integers.Variable(), $"(uint){integers.Variable()}"]),
        1 when draft.TryFork() => $"({integers.Variable()} & 3)",
        2 when draft.TryFork() => $"(long){integers.Variable()} - 1",
        3 when length > 1 => $"({integers.Variable()} & 1)",
        _ => $"{draft.Below(length)}",
    };
}
