using Verify.Properties;
using Verify.Properties.Corpus;

namespace Verify.Runner.Checks;

/// <summary>Replays the traces that are kept.</summary>
internal sealed class CorpusCheck(string directory, SystemFactory boot) : ICheck
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

            Replay replay = Replay.Of(kept.Trace, boot, report.Rules);
            report.Traces++;
            if (!replay.IsClean)
            {
                string what = replay.Fault is { } fault
                    ? $"{fault.Kind}: {fault.Message}"
                    : "a result is not as stated";
                report.Add(what, Path.Combine(directory, kept.Name + CorpusFolder.Extension));
            }
        }
    }
}
