namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>A feature of generated methods: its variables, statements and results.</summary>
internal interface IFeature
{
    /// <summary>Writes the variables.</summary>
    void Declare();

    /// <summary>Writes one statement.</summary>
    void Statement();

    /// <summary>The results: expressions with their types.</summary>
    IEnumerable<(string Type, string Expression)> Observed();
}
