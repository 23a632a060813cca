using System.Collections.Immutable;
using Verify.Proofs.Results;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;
using Verify.Runner.Output;
using Verify.Runner.Proving;
using Verify.Runner.Traces;

namespace Verify.Runner.Checks;

/// <summary>What a check has seen so far. Findings are saved and announced as they come.</summary>
/// <param name="folder">Where their traces are saved.</param>
/// <param name="option">What a command line needs to test the same system.</param>
/// <param name="announce">Prints a finding.</param>
/// <param name="known">The headlines of findings that are counted only; null for none.</param>
internal sealed class CheckReport(
    FindingsFolder folder,
    string option = "",
    Action<ReportedFinding>? announce = null,
    ImmutableHashSet<string>? known = null)
{
    private readonly ImmutableHashSet<string> _known = known ?? [];
    private readonly List<ReportedFinding> _findings = [];
    private readonly List<ProofResult> _proofs = [];
    private readonly List<string> _leftOut = [];

    /// <summary>Findings of earlier checks that were replayed.</summary>
    public int EarlierFindings { get; set; }

    /// <summary>Traces of the corpus that were replayed.</summary>
    public int Traces { get; set; }

    /// <summary>Facts about FreeBSD 4.0 that were replayed.</summary>
    public int Facts { get; set; }

    /// <summary>The worlds that were explored to their depth or up to a finding.</summary>
    public List<ExplorationReport> Worlds { get; } = [];

    /// <summary>Distinct states of all worlds together.</summary>
    public long States { get; private set; }

    /// <summary>Pairs of runs that the prisoner could not distinguish.</summary>
    public int Pairs { get; set; }

    /// <summary>Calls of the campaign.</summary>
    public long Calls { get; set; }

    /// <summary>How long the campaign ran.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Rules and errors that were reached.</summary>
    public RuleCounts Rules { get; } = new();

    /// <summary>The proofs that were run or taken from the cache.</summary>
    public IReadOnlyList<ProofResult> Proofs => _proofs;

    /// <summary>How many of them hold.</summary>
    public int Proved => _proofs.Count(proof => proof.Verdict == ProofVerdict.Proved);

    /// <summary>How many of them an earlier run proved.</summary>
    public int Cached => _proofs.Count(proof => proof.IsCached);

    /// <summary>Remarks that are not findings: a damaged cache, an earlier finding that is gone.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What was not checked because the system has nothing to show for it, one phrase each.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Runs and states without a leak check, because process 1 sleeps at the end.</summary>
    public long EndedAsleep { get; set; }

    /// <summary>Findings that were known, or found a second time.</summary>
    public KnownFindings Known { get; private set; } = KnownFindings.None;

    /// <summary>Everything that is wrong, proofs that do not hold included.</summary>
    public IReadOnlyList<ReportedFinding> Findings => _findings;

    /// <summary>Adds findings that were known.</summary>
    public void Add(KnownFindings met) => Known = Known.With(met);

    /// <summary>Adds a finding and saves its trace; one that is known is counted only.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="origin">What found it, with its seed.</param>
    /// <param name="next">The command that shows it again, if replaying the trace does not.</param>
    public void Add(Finding finding, string origin, string? next = null)
    {
        if (_known.Contains(finding.Headline))
        {
            Known = Known.With(finding.Headline);
            return;
        }

        string message = $"{finding.Kind}: {finding.Message}";
        try
        {
            string file = folder.Save(finding, origin);
            Add(new ReportedFinding(message, next ?? Replay(file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string trace = FindingsFolder.TextOf(finding, origin);
            Add(new ReportedFinding(message, Next: null, $"not saved: {failure.Message}\n{trace}"));
        }
    }

    /// <summary>Adds a finding whose trace is a file already.</summary>
    public void Add(string message, string file) => Add(new ReportedFinding(message, Replay(file)));

    /// <summary>Adds the exploration of a small world; its finding is added by itself.</summary>
    public void Add(ExplorationReport seen)
    {
        States += seen.States;
        Rules.Add(seen.Rules);
        LeaveOut(seen.LeftOut);
        EndedAsleep += seen.EndedAsleep;
        if (seen.End is not (ExplorationEnd.Cancelled or ExplorationEnd.LeftOut))
        {
            Worlds.Add(seen);
        }
    }

    /// <summary>Adds what was not checked; the same is reported once.</summary>
    public void LeaveOut(IEnumerable<string> phrases) => _leftOut.AddRange(phrases.Except(_leftOut));

    /// <summary>Adds a proof, which is a finding unless it holds.</summary>
    public void Add(ProofResult result)
    {
        _proofs.Add(result);
        if (result.Verdict != ProofVerdict.Proved)
        {
            string next = option.Length == 0
                ? $"./verify prove {result.Case.Name}"
                : $"./verify check --proof {result.Case.Name}{option}";
            Add(new ReportedFinding(
                $"Proof: {result.Case.Name} is {ProofText.Word(result.Verdict)}: {ProofText.Reason(result)}", next));
        }
    }

    /// <summary>An earlier finding that is found again is reported once.</summary>
    private void Add(ReportedFinding finding)
    {
        if (finding.Next is null || !_findings.Exists(known => known.Next == finding.Next))
        {
            _findings.Add(finding);
            announce?.Invoke(finding);
        }
    }

    private string Replay(string file) => $"./verify replay {ShellWord.Quote(folder.NameOf(file))}{option}";
}
