using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Properties.Campaigns;

/// <summary>
/// Some consecutive runs, made by one thread. A batch depends on the seed and its number only.
/// </summary>
internal sealed class Batch(long number)
{
    /// <summary>Runs in a batch: enough that threads hardly meet, few enough that a batch ends soon.</summary>
    public const int Size = 128;

    private readonly List<CampaignFinding> _findings = [];
    private volatile Lockstep? _running;
    private long _runs;

    public long Number => number;

    public long Runs => _runs;

    public RuleCounts Counts { get; } = new();

    /// <summary>The first finding of each headline; calls counted from the batch's start.</summary>
    public IReadOnlyList<CampaignFinding> Findings => _findings;

    /// <summary>The run that is under way; another thread looks here when the batch does not go on.</summary>
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
        var lockstep = new Lockstep(generator.NextWorld(), boot, Counts);
        _running = lockstep;
        Finding? finding = null;
        for (int i = 0; i < generator.Length && lockstep.TryStep(generator.Next, out finding); i++)
        {
        }

        return finding ?? lockstep.Finish();
    }
}
