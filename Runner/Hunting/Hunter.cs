using Verify.Proofs;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Properties.Worlds;
using Verify.Runner.Proving;

namespace Verify.Runner.Hunting;

/// <summary>
/// Sets every engine on a mutant, as a check would on the implementation. Of the proofs it takes those that the mutant
/// names, or where it names none all that reach its change.
/// </summary>
/// <param name="repository">The working copy that mutants are made of.</param>
/// <param name="seeds">Campaigns to run on each, with another seed each.</param>
/// <param name="cancellation">Ends the hunt.</param>
internal sealed class Hunter(Repository repository, int seeds, CancellationToken cancellation)
{
    private readonly MutantCompiler _compiler = new(repository.Implementation);
    private readonly Lazy<MutantReach> _reach = new(() => new MutantReach(repository));
    private readonly HuntOptions _options = new();

    /// <summary>What catches it, if anything; null where Ctrl-C came before every engine was done.</summary>
    /// <exception cref="MutantException">It does not fit the source any more.</exception>
    public Quarry? Hunt(Mutant mutant)
    {
        if (cancellation.IsCancellationRequested)
        {
            return null;
        }

        using CompiledMutant compiled = _compiler.Compile(mutant);
        var image = new ImplementationImage(compiled.Image);
        ProofResult Prove(ProofCase proof, CancellationToken cancel) => Prover.Run(proof, image, cancel);
        ProofResult[] refuted =
        [
            .. ProofRuns.Run(ProofsFor(mutant, image), Prove, _options.Threads, cancellation)
                .Where(result => result.Verdict == Verdict.Refuted),
        ];
        Catch? inWorlds =
            MutantHunt.InWorlds(compiled, mutant.CaughtBy.Worlds.Union(SmallWorlds.All), _options, cancellation);
        Catch? inCampaign = MutantHunt.InCampaign(compiled, _options, cancellation);
        SeedCatches bySeed = MutantHunt.UnderSeeds(compiled, inCampaign, seeds, _options, cancellation);
        return cancellation.IsCancellationRequested
            ? null
            : new Quarry(mutant, refuted, [.. new[] { inWorlds, inCampaign }.OfType<Catch>()], bySeed);
    }

    private IReadOnlyList<ProofCase> ProofsFor(Mutant mutant, ImplementationImage image) =>
        mutant.CaughtBy.Proofs is { IsEmpty: false } named
            ? [.. ProofCatalogue.All.Where(proof => named.Contains(proof.Name))]
            : _reach.Value.Of(image);
}
