namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Virtual and interface calls on objects of several classes.</summary>
internal sealed class Shapes(Draft draft, IntegerExpressions integers) : IFeature
{
    private readonly List<string> _names = [];

    public void Declare()
    {
        for (var i = 0; i < 2; i++)
        {
            var name = draft.Fresh("k");
            draft.Line($"Shape {name} = {NewShape()};");
            _names.Add(name);
        }

        integers.Reads.Add(() => $"{draft.Pick(_names)}.{draft.Pick(["Area()", "Corners", "Describe(3)", "Side"])}");
        integers.Reads.Add(() => draft.TryFork()
            ? $"((Round){AnyShape()}).{draft.Pick(["Name(1)", "Kind()"])}"
            : $"{_names[0]}.Side");
        integers.Reads.Add(() => $"((IShape){draft.Pick(_names)}).{draft.Pick(["Twice()", "Name(2)"])}");
    }

    public void Statement()
    {
        var name = draft.Pick(_names);
        switch (draft.Below(8))
        {
            case 0 when draft.TryFork():
                draft.Line($"if ({integers.Condition()}) {name} = {NewShape()};");
                break;
            case 1 when draft.TryFork():
                draft.Line($"{name} = Library.Choose({integers.Condition()}, {_names[0]}, {_names[1]});");
                break;
            case 2 when draft.TryFork():
                draft.Line($"(({draft.Pick(["Round", "Square"])}){name}).Side = {integers.Operand()};");
                break;
            case 3:
                var kind = draft.Pick(["Round", "Oval", "Square", "IShape"]);
                draft.Line($"if ({name} is {kind} {{ Side: > 2 }}) {name}.Grow(1);");
                break;
            case 4:
                draft.Line($"{name}.Grow({integers.Operand()});");
                break;
            case 5:
                draft.Line($"{name} = {NewShape()};");
                break;
            case 6:
                draft.Line($"{_names[0]} = {_names[1]};");
                break;
            default:
                draft.Line($"{name}.Side = {integers.Value("int")};");
                break;
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        _names.SelectMany(name =>
            new[] { ("int", $"{name}.Side"), ("int", $"{name}.Area()"), ("bool", $"{name} is Round") });

    private string AnyShape() => draft.Chance(3)
        ? $"Library.Choose({integers.Condition()}, {_names[0]}, {draft.Pick([_names[1], "null"])})"
        : draft.Pick(_names);

    private string NewShape() =>
        $"new {draft.Pick(["Round", "Oval", "Ring", "Square"])} {{ Side = {integers.Operand()} }}";
}
