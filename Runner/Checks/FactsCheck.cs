using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Reference;

namespace Verify.Runner.Checks;

/// <summary>Replays what FreeBSD 4.0 answers; only the facts that declare a deviation may differ.</summary>
internal sealed class FactsCheck(string directory, SystemFactory boot, CallWatchdog? watch = null)
    : ReplayCheck(directory, boot, watch)
{
    public override string Title => "replaying the facts";

    protected override IEnumerable<KeptTrace> Load(string directory) =>
        FactText.Load(directory).Select(fact => new KeptTrace(fact.Name, fact.Trace, fact.Differs));

    protected override void Count(CheckReport report) => report.Facts++;
}
