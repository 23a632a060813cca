using Verify.Abi;
using Verify.Model.Dialects;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Traces;

namespace Verify.Runner.Checks;

/// <summary>Replays the traces of a folder, and reports each whose outcomes are not the expected ones.</summary>
internal abstract class ReplayCheck(string directory, SystemFactory boot, CallWatchdog? watch) : ICheck
{
    public abstract string Title { get; }

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        using var system = new BootedSystem(new World(), boot);

        // A looser dialect allows other outcomes than those that the traces state, which are FreeBSD 4.0's.
        bool isExact = system.Dialect == Dialect.FreeBsd40;
        foreach (KeptTrace kept in Load(directory))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            if (!system.Calls.HasAll(kept.Trace.Steps.Select(step => step.Call)))
            {
                report.LeaveOut(["some traces, the system does not have their calls"]);
                continue;
            }

            Count(report);
            ReplayedTrace replay = ReplayedTrace.Of(kept.Trace, boot, report.Rules, watch);
            report.LeaveOut(replay.LeftOut);
            if (Complaint(kept, replay, isExact) is { } complaint)
            {
                report.Add(complaint, Path.Combine(directory, kept.Name + Repository.TraceExtension));
            }

            if (replay.Fault is { Kind: FindingKind.Hang })
            {
                // The other traces would hang as well, and each leaves a thread behind.
                return;
            }
        }
    }

    protected abstract IEnumerable<KeptTrace> Load(string directory);

    protected abstract void Count(CheckReport report);

    private static string? Complaint(KeptTrace kept, ReplayedTrace replay, bool isExact) =>
        replay.Fault is { } fault ? $"{fault.Kind}: {fault.Message}"
        : !isExact ? null
        : (replay.Misstated >= 0) == (kept.Differs is not null) ? null
        : kept.Differs is null ? "a result differs from the stated one"
        : $"every result is as stated, although the file claims that {kept.Differs} differs";
}
