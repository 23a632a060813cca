namespace Verify.Properties.Generation.Context;

/// <summary>
/// Generates one call in the current state of a run; null if the state has nothing to make the call on.
/// </summary>
internal delegate Call? CallGenerator(RunContext run);
