namespace Verify.Properties.Mutants;

/// <summary>How hard to look for a mutant.</summary>
public sealed record DetectionOptions
{
    /// <summary>Seed of the campaign.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Calls after which the campaign gives up.</summary>
    public long Calls { get; init; } = 1_000_000;

    /// <summary>Threads to use; what is found does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
