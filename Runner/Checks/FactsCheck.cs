using Verify.Properties;
using Verify.Properties.Corpus;

namespace Verify.Runner.Checks;

/// <summary>Replays what FreeBSD 4.0 answers: every fact is followed, or differs as docs/deviations.md says.</summary>
internal sealed class FactsCheck(string directory, SystemFactory boot, Watch? watch = null) : ICheck
{
    public string Title => "replaying the facts";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        foreach (Fact fact in FactText.Load(directory))
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            report.Facts++;
            string file = Path.Combine(directory, fact.Name + CorpusFolder.Extension);
            if (!new KeptTrace(file, fact.Trace, fact.Differs).Replay(report, boot, watch))
            {
                return;
            }
        }
    }
}
