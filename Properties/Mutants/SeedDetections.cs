using System.Collections.Immutable;

namespace Verify.Properties.Mutants;

/// <summary>The detections of a mutant by campaigns with different seeds.</summary>
/// <param name="Calls">For each seed, the calls up to the detection; null if there is none.</param>
public sealed record SeedDetections(ImmutableArray<long?> Calls)
{
    /// <summary>The number of seeds.</summary>
    public int Seeds => Calls.Length;

    /// <summary>The number of seeds with a detection.</summary>
    public int Caught => Calls.Count(calls => calls is not null);

    /// <summary>The calls of the slowest detection; <see cref="long.MaxValue"/> if a seed has none.</summary>
    public long Slowest => Calls.Max(calls => calls ?? long.MaxValue);

    /// <summary><c>3 of 3 seeds</c>.</summary>
    public override string ToString() => $"{Caught} of {Seeds} seeds";
}
