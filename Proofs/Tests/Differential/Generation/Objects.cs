namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Three references to objects with fields, possibly null or equal, in a possibly circular list.</summary>
internal sealed class Objects(Draft draft, IntegerExpressions integers) : IFeature
{
    private readonly List<string> _names = [];

    public void Declare()
    {
        for (var i = 0; i < 3; i++)
        {
            var name = draft.Fresh("n");
            draft.Line($"Node? {name} = new Node {{ Key = {integers.Operand()}, Tag = {draft.Below(9)} }};");
            _names.Add(name);
        }

        draft.Line($"{_names[0]}.Next = {_names[1]};");
        integers.Reads.Add(Read);
    }

    public void Statement()
    {
        var name = draft.Pick(_names);
        var other = draft.Pick(_names);
        switch (draft.Below(11))
        {
            case 0 when draft.TryFork():
                draft.Line($"{name} = {integers.Condition()} ? {other} : {draft.Pick([_names[0], "null"])};");
                break;
            case 1 when draft.TryFork():
                draft.Line($"{name} = {other}.Next;");
                break;
            case 2 when draft.TryFork():
                draft.Line($"{name}.Next = {draft.Pick([other, "null"])};");
                break;
            case 3 when draft.TryFork():
                draft.Block($"for (Node? at = {name}; at is not null && at.Steps < 2; at = at.Next)", () =>
                {
                    draft.Line("at.Steps++;");
                    draft.Line($"at.Key ^= {integers.Operand()};");
                });
                break;
            case 4 when draft.TryFork():
                draft.Line($"{name} = Library.Find({other}, {integers.Operand()});");
                break;
            case 5 when draft.TryFork():
                draft.Line($"Library.Choose({integers.Condition()}, {name}, {other})!.Key = {integers.Value("int")};");
                break;
            case 6:
                draft.Line($"{name} = Library.Choose({integers.Condition()}, {name}, {other});");
                break;
            case 7 when draft.TryFork():
                var place = draft.Fresh("r");
                draft.Line($"ref short {place} = ref {name}.Small;");
                draft.Line($"{name} = {other};");
                draft.Line($"{place} = {integers.Value("short")};");
                break;
            case 8:
                draft.Line($"{name} = new Node {{ Key = {integers.Operand()}, Next = {other} }};");
                break;
            default:
                draft.Line($"if ({name} is not null) {name}.{draft.Pick(Fields())};");
                break;
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() =>
        _names.Select(name => ("long", $"Library.Content({name})"))
            .Concat(_names.Select(name => ("long", $"Library.Content({name}?.Next)")))
            .Append(("bool", $"ReferenceEquals({_names[0]}, {_names[1]})"))
            .Append(("bool", $"{_names[0]} == {_names[2]}"));

    private string[] Fields() =>
        [$"Key = {integers.Value("int")}", $"Tag = {integers.Value("byte")}", $"Small = {integers.Value("short")}"];

    private string Read()
    {
        var name = draft.Pick(_names);
        return draft.Below(5) switch
        {
            0 when draft.TryFork() => $"{name}.Key",
            1 when draft.TryFork() => $"({name}?.Next?.Key ?? 5)",
            2 when draft.TryFork() =>
                $"Library.Choose({integers.Condition()}, {name}, {draft.Pick(_names)}?.Next)!.Key",
            3 => $"(int)Library.Content({name})",
            _ => $"Library.KeyOf({name})",
        };
    }
}
