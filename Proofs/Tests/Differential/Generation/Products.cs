namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Products, quotients, remainders and shifts of two unknowns: looked at in the end, never branched on.</summary>
internal sealed class Products(Draft draft, Integers integers) : IFeature
{
    private static readonly string[] Types = ["int", "uint", "long", "ulong"];

    private readonly List<(string Type, string Expression)> _results = [];

    public void Declare()
    {
        for (var i = 0; i < 2; i++)
        {
            var type = draft.Pick(Types);
            var name = draft.Fresh("w");
            draft.Line($"{type} {name} = {integers.Value(type)};");
            _results.Add((type, name));
        }
    }

    public void Statement()
    {
        var (type, name) = draft.Pick(_results);
        var first = $"({type}){integers.Operand()}";
        var second = $"({type}){integers.Variable()}";
        var isChecked = draft.TryFork();
        draft.Line(draft.Below(7) switch
        {
            0 => $"{name} = unchecked({first} * {second} - {name});",
            1 => $"{name} = unchecked({first} {draft.Pick(["/", "%"])} {draft.Below(100) + 1});",
            4 => $"{name} = unchecked({first} {draft.Pick(Integers.Shifts)} {integers.Variable()});",
            2 when isChecked => $"{name} = unchecked({first} {draft.Pick(["/", "%"])} {second});",
            3 when isChecked => $"{name} = checked({first} {draft.Pick(["+", "-"])} {second});",
            5 when isChecked && type is "int" or "uint" => $"{name} = checked({first} * ({type})(byte){second});",
            _ => $"{name} = unchecked({first} * {second});",
        });
    }

    public IEnumerable<(string Type, string Expression)> Observed() => _results;
}
