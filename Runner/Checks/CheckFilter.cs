using Verify.Proofs.Claims;
using Verify.Properties.Corpus;
using Verify.Properties.Generation.Context;
using Verify.Properties.Worlds;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Checks;

/// <summary>
/// Limits a check to what is named: worlds and proofs by their names, a theme of generated calls, and everything about
/// a requirement. What any of the filters names is run. Without a filter, all is.
/// </summary>
/// <param name="Worlds">Names of small worlds.</param>
/// <param name="Theme">What the generated calls are about.</param>
/// <param name="Proofs">Names of proofs, or of classes of proofs.</param>
/// <param name="Requirements">Ids of requirements.</param>
internal sealed record CheckFilter(
    IReadOnlyList<string> Worlds, Theme? Theme, IReadOnlyList<string> Proofs, IReadOnlyList<string> Requirements)
{
    /// <summary>True if there is no filter.</summary>
    public bool IsEmpty => Worlds.Count == 0 && Theme is null && Proofs.Count == 0 && Requirements.Count == 0;

    /// <summary>True if calls are generated.</summary>
    public bool HasCampaign => IsEmpty || Theme is not null;

    /// <summary>True if pairs of runs are compared.</summary>
    public bool HasPairs => IsEmpty || Requirements.Contains(NoninterferenceCheck.Requirement);

    /// <summary>True for a trace of the corpus to replay.</summary>
    public bool Has(CorpusTrace trace) => IsEmpty || trace.Requirements.Any(Requirements.Contains);

    /// <summary>True for a proof to run.</summary>
    public bool Has(ProofCase proof) => IsEmpty
        || Proofs.Any(name => ItemKind.IsNamed(proof.Name, name))
        || Requirements.Contains(proof.Requirement);

    /// <summary>True for a world to explore.</summary>
    public bool Has(SmallWorld world) => IsEmpty
        || Worlds.Any(name => ItemKind.IsNamed(world.Name, name))
        || world.Requirements.Any(Requirements.Contains);
}
