using Verify.Properties;
using Verify.Proofs;

namespace Verify.Runner.Checks;

/// <summary>What a check has seen so far. Findings are saved as they come: none is lost when it stops.</summary>
internal sealed class CheckReport(FindingsFolder folder)
{
    private readonly List<(string Message, string File)> _findings = [];

    public int Traces { get; set; }

    public int Worlds { get; set; }

    public long States { get; set; }

    /// <summary>Calls of the campaign.</summary>
    public long Calls { get; set; }

    /// <summary>How long the campaign ran.</summary>
    public TimeSpan Elapsed { get; set; }

    public RuleCounts Rules { get; } = new();

    public List<ProofResult> Proofs { get; } = [];

    public int Proved => Proofs.Count(proof => proof.Verdict == Verdict.Proved);

    public int Cached => Proofs.Count(proof => proof.IsCached);

    /// <summary>What stood in the way of a check and did not change what it saw.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Faults of a trace, each with the file that shows it.</summary>
    public IReadOnlyList<(string Message, string File)> Findings => _findings;

    /// <summary>Findings, and proofs that do not hold.</summary>
    public int Found => _findings.Count + Proofs.Count - Proved;

    public void Add(Finding finding, string origin) =>
        _findings.Add(($"{finding.Kind}: {finding.Message}", folder.Save(finding, origin)));

    public void Add(string message, string file) => _findings.Add((message, file));
}
