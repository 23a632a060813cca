namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Truth values that are computed but not branched on.</summary>
internal sealed class TruthValues(Draft draft, IntegerExpressions integers) : IFeature
{
    private readonly List<string> _names = [];

    public void Declare()
    {
        for (var i = 0; i < 2; i++)
        {
            var name = draft.Fresh("t");
            draft.Line($"bool {name} = {integers.Condition()};");
            _names.Add(name);
        }
    }

    public void Statement()
    {
        var name = draft.Pick(_names);
        if (draft.Chance(3) && draft.TryFork())
        {
            draft.Block($"if ({name})", integers.Assign);
        }
        else
        {
            draft.Line($"{name} {draft.Pick(["=", "|=", "&=", "^="])} {integers.Condition()};");
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() => _names.Select(name => ("bool", name));
}
