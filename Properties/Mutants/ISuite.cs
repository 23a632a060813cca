using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>The engines of a copy of this library, for a mutant of both sides.</summary>
internal interface ISuite
{
    /// <summary>See <see cref="MutantDetector"/>.</summary>
    Detection? InCampaign(DetectionOptions options, CancellationToken cancel);

    /// <summary>See <see cref="MutantDetector"/>.</summary>
    Detection? InWorlds(IEnumerable<SmallWorld> worlds, DetectionOptions options, CancellationToken cancel);
}
