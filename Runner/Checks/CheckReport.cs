using Verify.Proofs.Results;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;
using Verify.Runner.Traces;

namespace Verify.Runner.Checks;

/// <summary>What a check has seen so far. Findings are saved as they come: none is lost when it stops.</summary>
internal sealed class CheckReport(FindingsFolder folder)
{
    private readonly List<ReportedFinding> _findings = [];

    public int Traces { get; set; }

    /// <summary>Facts about FreeBSD 4.0 that were replayed.</summary>
    public int Facts { get; set; }

    /// <summary>What was explored to its depth.</summary>
    public List<ExplorationReport> Worlds { get; } = [];

    public long States { get; private set; }

    /// <summary>Pairs of runs that the prisoner could not tell apart.</summary>
    public int Pairs { get; set; }

    /// <summary>Calls of the campaign.</summary>
    public long Calls { get; set; }

    /// <summary>How long the campaign ran.</summary>
    public TimeSpan Elapsed { get; set; }

    public RuleCounts Rules { get; } = new();

    public List<ProofResult> Proofs { get; } = [];

    public int Proved => Proofs.Count(proof => proof.Verdict == ProofVerdict.Proved);

    public int Cached => Proofs.Count(proof => proof.IsCached);

    /// <summary>What stood in the way of a check and did not change what it saw.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Faults of a trace.</summary>
    public IReadOnlyList<ReportedFinding> Findings => _findings;

    /// <summary>Findings, and proofs that do not hold.</summary>
    public int Found => _findings.Count + Proofs.Count - Proved;

    public void Add(Finding finding, string origin)
    {
        string message = $"{finding.Kind}: {finding.Message}";
        try
        {
            Add(message, folder.Save(finding, origin));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string trace = FindingsFolder.TextOf(finding, origin);
            _findings.Add(new ReportedFinding(message, File: null, $"not saved: {failure.Message}\n{trace}"));
        }
    }

    public void Add(ExplorationReport seen)
    {
        States += seen.States;
        Rules.Add(seen.Rules);
        if (seen.End != ExplorationEnd.Cancelled)
        {
            Worlds.Add(seen);
        }
    }

    public void Add(string message, string file) => _findings.Add(new ReportedFinding(message, file));
}

/// <summary>A fault with the trace that shows it.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="File">The file of the trace; null where it could not be saved.</param>
/// <param name="Unsaved">Why not, and the trace itself, so that it is not lost with a full disk.</param>
internal sealed record ReportedFinding(string Message, string? File, string? Unsaved = null);
