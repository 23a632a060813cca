using Verify.Abi;
using Verify.Properties;

namespace Verify.Runner.Checks;

/// <summary>A trace of a file of the repository.</summary>
/// <param name="File">Its file.</param>
/// <param name="Trace">The calls, with the outcomes that they should have.</param>
/// <param name="Differs">The row of docs/deviations.md that says why an outcome is another one; null if none is.</param>
internal sealed record KeptTrace(string File, Trace Trace, string? Differs = null)
{
    /// <summary>Replays it, and reports it unless it ends as it should.</summary>
    /// <returns>False after a hang: others would hang as well, each with a thread that is left behind.</returns>
    public bool Replay(CheckReport report, SystemFactory boot, Watch? watch)
    {
        ReplayedTrace replay = ReplayedTrace.Of(Trace, boot, report.Rules, watch);
        string? complaint = replay.Fault is { } fault ? $"{fault.Kind}: {fault.Message}"
            : (replay.Misstated >= 0) == (Differs is not null) ? null
            : Differs is null ? "a result is not as stated"
            : $"every result is as stated, though the file says that {Differs} differs";
        if (complaint is not null)
        {
            report.Add(complaint, File);
        }

        return replay.Fault is not { Kind: FindingKind.Hang };
    }
}
