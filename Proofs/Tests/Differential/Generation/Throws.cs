namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Exceptions that the method throws.</summary>
internal sealed class Throws(Draft draft, IntegerExpressions integers) : IFeature
{
    private static readonly string[] Kinds = ["OwnException", "DerivedException", "ArgumentException"];

    public void Declare()
    {
    }

    public void Statement()
    {
        if (draft.TryFork())
        {
            draft.Line($"if ({integers.Condition()}) throw new {draft.Pick(Kinds)}();");
        }
        else
        {
            integers.Assign();
        }
    }

    public IEnumerable<(string Type, string Expression)> Observed() => [];
}
