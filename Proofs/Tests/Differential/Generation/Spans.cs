namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Slices of an array, and references to elements.</summary>
internal sealed class Spans(Draft draft, IntegerExpressions integers) : IFeature
{
    private const int Length = 3;

    private readonly string _type = draft.Pick(["byte", "ushort", "int", "ulong"]);
    private string _array = "";
    private string _span = "";
    private string _read = "";

    public void Declare()
    {
        _array = draft.Fresh("a");
        _span = draft.Fresh("s");
        _read = draft.Fresh("s");
        draft.Line($"{_type}[] {_array} = [{integers.Value(_type, 1)}, 2, {integers.Value(_type, 0)}];");
        draft.Line($"Span<{_type}> {_span} = {draft.Pick([_array, $"{_array}.AsSpan(1)", $"{_array}.AsSpan(0, 2)"])};");
        draft.Line($"ReadOnlySpan<{_type}> {_read} = {draft.Pick([_array, _span])};");
        integers.Reads.Add(() => draft.Chance(4) ? $"{_span}.Length"
            : draft.TryFork() ? $"(int){draft.Pick([_span, _read])}[{Index()}]"
            : $"(int){_span}[0]");
    }

    public void Statement()
    {
        switch (draft.Below(7))
        {
            case 0 when draft.TryFork():
                draft.Line($"{_span} = {_span}.Slice({integers.Variable()} & 3);");
                break;
            case 1 when draft.TryFork():
                draft.Line($"{_read} = {_span}[({integers.Variable()} & 1)..{draft.Below(2) + 1}];");
                break;
            case 2:
                draft.Line($"{_span} = {_array}.AsSpan()[..{draft.Below(Length) + 1}];");
                break;
            case 3 when draft.TryFork():
                draft.Line($"{_span}[{Index()}] = {integers.Value(_type)};");
                break;
            case 4:
                draft.Block($"foreach (ref {_type} item in {_span})", () =>
                    draft.Line($"item = unchecked(({_type})(item + {_array}[{draft.Below(Length)}]));"));
                break;
            case 5 when draft.TryFork():
                var place = draft.Fresh("r");
                draft.Line($"ref {_type} {place} = ref {_array}[{Index()}];");
                draft.Line($"{_array}[1] = {integers.Value(_type, 1)};");
                draft.Line($"{place} = unchecked(({_type})({place} + {_array}[1]));");
                break;
            default:
                draft.Line($"{_span}[0] = {integers.Value(_type, 1)};");
                break;
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        Enumerable.Range(0, Length).Select(index => (_type, $"{_array}[{index}]"))
            .Append(("int", $"{_span}.Length"))
            .Append(("int", $"{_read}.Length"));

    private string Index() => draft.Pick(["0", "1", "2", $"({integers.Variable()} & 1)", integers.Variable()]);
}
