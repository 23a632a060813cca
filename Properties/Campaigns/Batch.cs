using System.Collections.Immutable;
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
    private volatile Lockstep? _running;
    private long _runs;

    public long Number => number;

    public long Runs => _runs;

    public RuleCounts Counts { get; } = new();

    /// <summary>The first finding of each headline, with the calls counted from the start of the batch.</summary>
    public IReadOnlyList<CampaignFinding> Findings => _findings;

    /// <summary>The checks that the system has nothing to show for, one phrase each.</summary>
    public ImmutableArray<string> LeftOut { get; private set; } = [];

    /// <summary>The run in progress, for the watchdog in another thread.</summary>
    public Lockstep? Running => _running;

    public void Run(CampaignOptions options, SystemFactory boot)
    {
        for (long run = number * Size; _runs < Size; run++)
        {
            Finding? finding = Run(new Generator(options.Seed, run, options.Theme), boot);
            _runs++;
            if (finding is not null && _findings.TrueForAll(known => !known.Finding.IsLike(finding)))
            {
                _findings.Add(new CampaignFinding(run, Counts.Calls, finding));
                if (options.StopAtFirst)
                {
                    break;
                }
            }
        }

        _running = null;
    }

    private Finding? Run(Generator generator, SystemFactory boot)
    {
        using var lockstep = new Lockstep(generator.NextWorld(), boot, Counts);
        _running = lockstep;
        LeftOut = _runs == 0 ? lockstep.LeftOut : LeftOut;
        Finding? finding = null;
        for (int i = 0; i < generator.Length && lockstep.TryStep(generator.Next, out finding); i++)
        {
        }

        return finding ?? lockstep.Finish();
    }
}
