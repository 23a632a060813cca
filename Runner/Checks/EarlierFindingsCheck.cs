using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Traces;

namespace Verify.Runner.Checks;

/// <summary>Replays what earlier checks found, to see whether it is still wrong.</summary>
internal sealed class EarlierFindingsCheck(
    FindingsFolder folder, SystemFactory boot, CallWatchdog? watch = null) : ICheck
{
    public string Title => "replaying earlier findings";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        foreach (string file in folder.Files().TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            string name = folder.NameOf(file);
            if (FindingsFolder.IsOfTwoRuns(file))
            {
                report.Notes.Add($"{name}: not replayed, since one of its two runs alone shows nothing");
                continue;
            }

            Trace trace = TraceReader.Read(File.ReadAllText(file), name);
            report.EarlierFindings++;
            ReplayedTrace replay = ReplayedTrace.Of(trace, boot, report.Rules, watch);
            report.LeaveOut(replay.LeftOut);
            if (replay.Fault is { } fault)
            {
                report.Add($"{fault.Kind}: {fault.Message}", file);
            }
            else
            {
                report.Notes.Add($"{name}: no longer fails, and may be deleted");
            }
        }
    }
}
