namespace Verify.Properties.Worlds;

/// <summary>Depth and number of threads of an exploration; the report does not depend on the latter.</summary>
public sealed record ExplorationOptions
{
    /// <summary>Calls of the longest sequences; null for the world's own depth.</summary>
    public int? Depth { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
