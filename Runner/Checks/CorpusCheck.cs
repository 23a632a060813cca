using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;

namespace Verify.Runner.Checks;

/// <summary>Replays the traces that are kept.</summary>
internal sealed class CorpusCheck(string directory, SystemFactory boot, CallWatchdog? watch = null)
    : ReplayCheck(directory, boot, watch)
{
    public override string Title => "replaying the corpus";

    protected override IEnumerable<KeptTrace> Load(string directory) =>
        CorpusFolder.Load(directory).Select(kept => new KeptTrace(kept.Name, kept.Trace));

    protected override void Count(CheckReport report) => report.Traces++;
}
