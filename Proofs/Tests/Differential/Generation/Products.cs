namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>
/// Products, quotients, remainders and shifts of two variables, which are returned but never branched on.
/// </summary>
internal sealed class Products(Draft draft, IntegerExpressions integers) : IFeature
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
        draft.Line(draft.TryFork() ? Throwing(type, name, first, second) : draft.Below(4) switch
        {
            0 => $"{name} = unchecked({first} * {second} - {name});",
            1 => $"{name} = unchecked({first} {draft.Pick(["/", "%"])} {draft.Below(100) + 1});",
            2 => $"{name} = unchecked({first} {draft.Pick(IntegerExpressions.Shifts)} {integers.Variable()});",
            _ => $"{name} = unchecked({first} * {second});",
        });
    }

    // Overflow of a product of two variables takes the solver too long; a sample covers it.
    private string Throwing(string type, string name, string first, string second) => draft.Below(4) switch
    {
        0 => $"{name} = unchecked({first} {draft.Pick(["/", "%"])} {second});",
        1 or 2 => $"{name} = checked({first} {draft.Pick(["+", "-"])} {second});",
        _ => $"{name} = checked(({type})unchecked(({draft.Pick(Types)}){integers.Variable()}));",
    };

    public IEnumerable<(string Type, string Expression)> Observed() => _results;
}
