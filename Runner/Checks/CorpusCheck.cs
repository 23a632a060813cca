using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;

namespace Verify.Runner.Checks;

/// <summary>Replays the traces of the corpus.</summary>
/// <param name="directory">The corpus.</param>
/// <param name="boot">Boots the system to test.</param>
/// <param name="isChosen">Picks the traces to replay; null for all.</param>
/// <param name="watch">Ends a call that hangs.</param>
internal sealed class CorpusCheck(
    string directory, SystemFactory boot, Func<CorpusTrace, bool>? isChosen = null, CallWatchdog? watch = null)
    : ReplayCheck(directory, boot, watch)
{
    public override string Title => "replaying the corpus";

    protected override IEnumerable<KeptTrace> Load(string directory) =>
        CorpusFolder.Load(directory)
            .Where(kept => isChosen is null || isChosen(kept))
            .Select(kept => new KeptTrace(kept.Name, kept.Trace));

    protected override void Count(CheckReport report) => report.Traces++;
}
