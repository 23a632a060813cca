using Verify.Properties;
using Verify.Properties.Corpus;

namespace Verify.Runner.Checks;

/// <summary>Replays the traces that are kept.</summary>
internal sealed class CorpusCheck(string directory, SystemFactory boot, Watch? watch = null) : ICheck
{
    public string Title => "replaying the corpus";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        foreach (CorpusTrace kept in CorpusFolder.Load(directory))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            ReplayedTrace replay = ReplayedTrace.Of(kept.Trace, boot, report.Rules, watch);
            report.Traces++;
            if (!replay.IsClean)
            {
                string what = replay.Fault is { } fault
                    ? $"{fault.Kind}: {fault.Message}"
                    : "a result is not as stated";
                report.Add(what, Path.Combine(directory, kept.Name + CorpusFolder.Extension));
            }

            if (replay.Fault is { Kind: FindingKind.Hang })
            {
                // Others would hang as well, each with a thread that is left behind.
                return;
            }
        }
    }
}
