namespace Verify.Properties.Worlds;

/// <summary>How far an exploration has come; reported from any of its threads.</summary>
/// <param name="World">The world being explored.</param>
/// <param name="Depth">Calls of the sequences being tried.</param>
/// <param name="States">Distinct states found.</param>
/// <param name="Transitions">Calls tried.</param>
public readonly record struct ExplorationProgress(SmallWorld World, int Depth, int States, long Transitions);
