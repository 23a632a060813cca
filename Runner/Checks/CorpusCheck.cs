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

            report.Traces++;
            string file = Path.Combine(directory, kept.Name + CorpusFolder.Extension);
            if (!new KeptTrace(file, kept.Trace).Replay(report, boot, watch))
            {
                return;
            }
        }
    }
}
