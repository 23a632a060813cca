using System.Collections.Immutable;
using System.Diagnostics;
using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Campaigns;

/// <summary>
/// Generated runs, numbered from 0, on several threads. A run ends with a finding, and the next starts. Threads take
/// batches of runs in order, and their results are merged in order. The report therefore covers the first runs, and
/// does not depend on the number of threads.
/// </summary>
public sealed class Campaign
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly CampaignOptions _options;
    private readonly SystemFactory _boot;
    private readonly AvailableCalls _available;
    private readonly ImmutableArray<string> _leftOut;
    private readonly CancellationToken _cancel;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Batch> _finished = [];
    private readonly List<CampaignFinding> _findings = [];
    private readonly RuleCounts _counts = new();
    private readonly Batch?[] _current;
    private long _nextBatch;
    private long _merged;
    private long _runs;
    private long _endedAsleep;
    private KnownFindings _known = KnownFindings.None;
    private volatile bool _over;

    private Campaign(CampaignOptions options, SystemFactory boot, CancellationToken cancel)
    {
        _options = options;
        _boot = boot;
        _cancel = cancel;
        using var booted = new BootedSystem(new World(), boot);
        _available = booted.Calls;
        _leftOut = [.. booted.LeftOut, .. _available.LeftOut];
        _current = new Batch?[options.Threads];
    }

    /// <summary>
    /// Runs a campaign. If it is cancelled, the batches in progress end first, and are part of the report.
    /// </summary>
    /// <param name="options">The length, seed and theme.</param>
    /// <param name="boot">Boots the implementation, once for each run.</param>
    /// <param name="progress">Receives the progress about ten times a second.</param>
    /// <param name="cancel">Ends the campaign early.</param>
    public static CampaignReport Run(
        CampaignOptions options,
        SystemFactory boot,
        IProgress<CampaignProgress>? progress = null,
        CancellationToken cancel = default) =>
        new Campaign(options, boot, cancel).Run(progress);

    private CampaignReport Run(IProgress<CampaignProgress>? progress)
    {
        var threads = new Thread[_options.Threads];
        for (int i = 0; i < threads.Length; i++)
        {
            int worker = i;
            threads[i] = new Thread(() => Work(worker)) { IsBackground = true, Name = $"campaign {worker}" };
            threads[i].Start();
        }

        var watch = new BatchWatchdog(_options.Patience);
        while (Array.Find(threads, thread => thread.IsAlive) is { } working)
        {
            working.Join(Tick);
            if (watch.FindHang(_current, _clock.Elapsed) is { } hang)
            {
                return Abandon(hang);
            }

            progress?.Report(Progress());
        }

        return Report();
    }

    /// <summary>Reports what is merged, and a hang. The other threads stop at the end of their batches.</summary>
    private CampaignReport Abandon(CampaignFinding hang)
    {
        lock (_gate)
        {
            _over = true;
            _findings.Add(hang with { Calls = _counts.Calls + hang.Calls });
            return Report();
        }
    }

    private void Work(int worker)
    {
        while (ClaimBatch() is { } batch)
        {
            _current[worker] = batch;
            batch.Run(_options, _boot, _available);
            _current[worker] = null;
            Merge(batch);
        }
    }

    private Batch? ClaimBatch()
    {
        bool late = _options.Time is { } time && _clock.Elapsed >= time;
        return _over || late || _cancel.IsCancellationRequested
            ? null
            : new Batch(Interlocked.Increment(ref _nextBatch) - 1);
    }

    /// <summary>Merges the finished batches up to the first unfinished one.</summary>
    private void Merge(Batch batch)
    {
        lock (_gate)
        {
            _finished.Add(batch.Number, batch);
            while (!_over && _finished.Remove(_merged, out Batch? next))
            {
                _merged++;
                Add(next);
                _over = _counts.Calls >= _options.Calls
                    || (_options.StopAtFirst && _findings.Count > 0)
                    || next.Counts.Calls == 0;
            }
        }
    }

    private void Add(Batch batch)
    {
        foreach (CampaignFinding found in batch.Findings)
        {
            if (_findings.Exists(known => known.Finding.IsLike(found.Finding)))
            {
                _known = _known.With(found.Finding.Headline);
            }
            else
            {
                _findings.Add(found with { Calls = _counts.Calls + found.Calls });
            }
        }

        _runs += batch.Runs;
        _endedAsleep += batch.EndedAsleep;
        _known = _known.With(batch.Known);
        _counts.Add(batch.Counts);
    }

    private CampaignProgress Progress()
    {
        lock (_gate)
        {
            return new CampaignProgress(_counts.Calls, _findings.Count, _clock.Elapsed);
        }
    }

    private CampaignReport Report() =>
        new(_runs, _counts, [.. _findings], _known, _leftOut, _endedAsleep, _clock.Elapsed);
}
