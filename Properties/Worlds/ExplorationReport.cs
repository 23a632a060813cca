namespace Verify.Properties.Worlds;

/// <summary>How far to look, and with how many threads; the report does not depend on the latter.</summary>
public sealed record ExplorationOptions
{
    /// <summary>Calls of the longest sequences; null for the world's own depth.</summary>
    public int? Depth { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How far an exploration has come; reported from any of its threads.</summary>
/// <param name="World">What is being explored.</param>
/// <param name="Depth">Calls of the sequences being tried.</param>
/// <param name="States">Different states found.</param>
/// <param name="Transitions">Calls tried.</param>
public readonly record struct ExplorationProgress(SmallWorld World, int Depth, int States, long Transitions);

/// <summary>What an exploration saw.</summary>
/// <param name="World">What was explored.</param>
/// <param name="Depth">Every sequence of so many calls was tried.</param>
/// <param name="States">Different states found, the first one included.</param>
/// <param name="Transitions">Calls tried, each in a different state.</param>
/// <param name="Extent">How it ended.</param>
/// <param name="Rules">Rules of the model that were used, with counts.</param>
/// <param name="Finding">A shortest sequence that shows a fault; null where there is none to this depth.</param>
public sealed record ExplorationReport(
    SmallWorld World, int Depth, int States, long Transitions, Extent Extent, RuleCounts Rules, Finding? Finding);

/// <summary>How an exploration ended.</summary>
public enum Extent
{
    /// <summary>No further call leads to a new state: sequences of any length are covered.</summary>
    Closed,

    /// <summary>Every sequence up to the depth asked for is covered.</summary>
    ToDepth,

    /// <summary>Stopped at a finding; all shorter sequences are covered.</summary>
    Found,

    /// <summary>Cancelled; only sequences up to the depth reported are covered.</summary>
    Cancelled,
}
