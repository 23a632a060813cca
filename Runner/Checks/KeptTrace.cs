namespace Verify.Runner.Checks;

/// <summary>A trace of the repository that every check replays.</summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Trace">The calls, with the outcomes that they should have.</param>
/// <param name="Differs">The row of docs/deviations.md that explains a different outcome; null if none differs.</param>
internal sealed record KeptTrace(string Name, Trace Trace, string? Differs = null);
