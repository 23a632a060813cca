using System.Collections.Immutable;
using Verify.Proofs;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Properties.Worlds;
using Verify.Runner.Proving;

namespace Verify.Runner.Mutation;

/// <summary>
/// Sets every engine on a mutant, as a check would on the implementation. Of the proofs it takes those that the mutant
/// names, or where it names none all that have read what it changes; a mutant of the model too is none of the proofs'
/// business.
/// </summary>
/// <param name="repository">The working copy that mutants are made of.</param>
/// <param name="work">Proves the implementation as it is, to know what each proof reads.</param>
/// <param name="seeds">Campaigns to run on each, with another seed each.</param>
/// <param name="cancellation">Ends the hunt.</param>
internal sealed class MutationTester(Repository repository, ProofWork work, int seeds, CancellationToken cancellation)
{
    private readonly MutantCompiler _compiler = new(repository);
    private readonly DetectionOptions _options = new();
    private readonly ImmutableArray<SmallWorld> _worlds = WorldFolder.Load(repository.Worlds);
    private MutantReach? _reach;

    /// <summary>What catches it, if anything; null where Ctrl-C came before every engine was done.</summary>
    /// <exception cref="MutantException">It no longer fits the source, or names an unknown world.</exception>
    public MutationResult? Test(Mutant mutant)
    {
        if (cancellation.IsCancellationRequested)
        {
            return null;
        }

        IReadOnlyList<SmallWorld> named = MutantDetector.WorldsOf(mutant, _worlds);
        using CompiledMutant compiled = _compiler.Compile(mutant);
        var image = new ImplementationImage(compiled.Image);
        ProofResult Prove(ProofCase proof, CancellationToken cancel) => Prover.Run(proof, image, cancel);
        ProofResult[] refuted =
        [
            .. ProofRuns.Run(ProofsFor(mutant, image), Prove, _options.Threads, cancellation)
                .Where(result => result.Verdict == ProofVerdict.Refuted),
        ];
        Detection? inWorlds =
            MutantDetector.InWorlds(compiled, named.Union(_worlds), _options, cancellation);
        Detection? inCampaign = MutantDetector.InCampaign(compiled, _options, cancellation);
        SeedDetections bySeed = MutantDetector.UnderSeeds(compiled, inCampaign, seeds, _options, cancellation);
        return cancellation.IsCancellationRequested
            ? null
            : new MutationResult(mutant, refuted, [.. new[] { inWorlds, inCampaign }.OfType<Detection>()], bySeed);
    }

    private IReadOnlyList<ProofCase> ProofsFor(Mutant mutant, ImplementationImage image) =>
        mutant.ModelEdit is not null ? []
            : mutant.CaughtBy.Proofs is { IsEmpty: false } named
            ? [.. ProofCatalogue.All.Where(proof => named.Contains(proof.Name))]
            : (_reach ??= new MutantReach(repository, Proved())).Of(image);

    private IEnumerable<ProofResult> Proved() => ProofRuns.Run(
        ProofCatalogue.All, (proof, cancel) => work.Run(proof, cancel), _options.Threads, cancellation);
}
