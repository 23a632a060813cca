namespace Verify.Properties.Mutants;

/// <summary>The effort to detect a mutant.</summary>
public sealed record DetectionOptions
{
    /// <summary>The seed of the campaign.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The calls after which the campaign ends without a detection.</summary>
    public long Calls { get; init; } = 2_000_000;

    /// <summary>The number of threads; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
