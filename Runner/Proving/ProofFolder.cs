namespace Verify.Runner.Proving;

/// <summary>Where the proofs' files are.</summary>
/// <param name="artifacts">The folder of all that is made.</param>
internal sealed class ProofFolder(string artifacts)
{
    private readonly string _root = Path.Combine(artifacts, "proofs");

    /// <summary>What was proved, for the next run.</summary>
    public string Cache => Path.Combine(_root, "cache");

    /// <summary>Questions on which two solvers differ.</summary>
    public string Disagreements => Path.Combine(_root, "disagreements");

    /// <summary>What the last run came to.</summary>
    public string Report => Path.Combine(_root, "report.md");
}
