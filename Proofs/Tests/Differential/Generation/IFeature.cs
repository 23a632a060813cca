namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>One kind of thing that generated methods do: its variables, statements about them, what is left.</summary>
internal interface IFeature
{
    /// <summary>Writes the variables that the method has of it.</summary>
    void Declare();

    /// <summary>Writes one statement.</summary>
    void Statement();

    /// <summary>All that it has left at the end: expressions with their types.</summary>
    IEnumerable<(string Type, string Expression)> Observed();
}
