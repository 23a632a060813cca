using Verify.Model.States;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Properties.Campaigns;

/// <summary>
/// Consecutive runs, made by one thread. The results depend on the seed and the number of the batch only.
/// </summary>
internal sealed class Batch(long number)
{
    /// <summary>
    /// Runs in a batch: enough that threads rarely wait for each other, few enough that a batch ends soon.
    /// </summary>
    public const int Size = 128;

    private readonly List<CampaignFinding> _findings = [];

    /// <summary>The calls of the run in progress.</summary>
    private readonly List<ObservedCall> _steps = [];

    private volatile Lockstep? _running;
    private long _runs;

    public long Number => number;

    public long Runs => _runs;

    public RuleCounts Counts { get; } = new();

    /// <summary>The first finding of each headline, with the calls counted from the start of the batch.</summary>
    public IReadOnlyList<CampaignFinding> Findings => _findings;

    /// <summary>The runs that ended with a finding that was known before the campaign or the run.</summary>
    public KnownFindings Known { get; private set; } = KnownFindings.None;

    /// <summary>The runs without a leak check, because process 1 sleeps at the end.</summary>
    public long EndedAsleep { get; private set; }

    /// <summary>The run in progress, for the watchdog in another thread.</summary>
    public Lockstep? Running => _running;

    /// <summary>Makes the runs.</summary>
    /// <param name="options">The seed, the theme, and what is known.</param>
    /// <param name="boot">Boots the system.</param>
    /// <param name="available">The calls to choose from.</param>
    public void Run(CampaignOptions options, SystemFactory boot, AvailableCalls available)
    {
        for (long run = number * Size; _runs < Size; run++)
        {
            Finding? finding = Run(new Generator(options.Seed, run, options.Theme, available), boot);
            _runs++;
            if (finding is null)
            {
                continue;
            }

            if (options.Known.Contains(finding.Headline) || _findings.Exists(known => known.Finding.IsLike(finding)))
            {
                Known = Known.With(finding.Headline);
                continue;
            }

            _findings.Add(new CampaignFinding(run, Counts.Calls, finding));
            if (options.StopAtFirst)
            {
                break;
            }
        }

        _running = null;
    }

    private Finding? Run(Generator generator, SystemFactory boot)
    {
        using var lockstep = new Lockstep(generator.NextWorld(), boot, Counts, _steps);
        _running = lockstep;
        Finding? finding = null;
        Func<State, Call?> next = generator.Next;
        for (int i = 0; i < generator.Length && lockstep.TryStep(next, out finding); i++)
        {
        }

        finding ??= lockstep.Finish();
        EndedAsleep += lockstep.EndedAsleep ? 1 : 0;
        return finding;
    }
}
