using Verify.Runner.Output;

namespace Verify.Runner.Checks;

/// <summary>Something wrong, with the command that shows it again.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Next">The command line to paste; null if the finding's trace could not be saved.</param>
/// <param name="Unsaved">The reason, and the trace itself, lest a full disk lose it.</param>
internal sealed record ReportedFinding(string Message, string? Next, string? Unsaved = null)
{
    /// <summary>Message and command, two lines or more.</summary>
    public override string ToString() =>
        $"{WordWrap.Wrap(Message, "", "  ")}\n  {(Next is null ? Unsaved : $"next: {Next}")}";
}
