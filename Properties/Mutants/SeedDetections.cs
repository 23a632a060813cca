using System.Collections.Immutable;

namespace Verify.Properties.Mutants;

/// <summary>Under which seeds the campaign catches a mutant.</summary>
/// <param name="Calls">For each seed, calls until it was caught; null if it was not.</param>
public sealed record SeedDetections(ImmutableArray<long?> Calls)
{
    /// <summary>Seeds tried.</summary>
    public int Seeds => Calls.Length;

    /// <summary>Seeds under which it was caught.</summary>
    public int Caught => Calls.Count(calls => calls is not null);

    /// <summary>Calls that the slowest seed took; <see cref="long.MaxValue"/> if one did not catch it.</summary>
    public long Slowest => Calls.Max(calls => calls ?? long.MaxValue);

    /// <summary><c>3 of 3 seeds</c>.</summary>
    public override string ToString() => $"{Caught} of {Seeds} seeds";
}
