namespace Verify.Runner.Proving;

/// <summary>The folder of the proofs' files.</summary>
/// <param name="artifacts">The folder of everything that is built.</param>
internal sealed class ProofFolder(string artifacts)
{
    private readonly string _root = Path.Combine(artifacts, "proofs");

    /// <summary>Proofs that the next run need not repeat.</summary>
    public string Cache => Path.Combine(_root, "cache");

    /// <summary>Queries that two solvers answer differently.</summary>
    public string Disagreements => Path.Combine(_root, "disagreements");

    /// <summary>The report of the last run.</summary>
    public string Report => Path.Combine(_root, "report.md");
}
