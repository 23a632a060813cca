using System.Collections.Immutable;
using Verify.Abi;
using Verify.Proofs;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Verify.Properties.Worlds;
using Verify.Runner.Proving;

namespace Verify.Runner.Mutation;

/// <summary>
/// Runs every engine on a mutant, as a check runs them on the implementation. It runs the proofs that the mutant names,
/// or if it names none all that read the changed code; no proofs on a mutant of the model too, which they do not read.
/// </summary>
/// <param name="repository">The working copy whose source is mutated.</param>
/// <param name="mutants">The mutants that will be tested, which are compiled together.</param>
/// <param name="work">Proves the implementation without a mutation, to learn what each proof reads.</param>
/// <param name="seeds">Campaigns to run on each mutant, each with another seed.</param>
/// <param name="cancellation">Ends the test.</param>
internal sealed class MutationTester(
    Repository repository, IReadOnlyList<Mutant> mutants, ProofWork work, int seeds, CancellationToken cancellation)
{
    private readonly MutantCompiler _compiler = new(repository, mutants);
    private readonly DetectionOptions _options = new();
    private readonly ImmutableArray<SmallWorld> _worlds = WorldFolder.Load(repository.Worlds);
    private MutantReach? _reach;

    /// <summary>Tests a mutant; null if cancelled before every engine was done.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="progress">Told which engine starts.</param>
    /// <exception cref="MutantException">The mutant no longer fits the source, or names an unknown world.</exception>
    public MutationResult? Test(Mutant mutant, Action<string> progress)
    {
        if (cancellation.IsCancellationRequested)
        {
            return null;
        }

        IReadOnlyList<SmallWorld> named = MutantDetector.WorldsOf(mutant, _worlds);
        progress("compiling");
        using CompiledMutant compiled = _compiler.Compile(mutant);
        var image = new ImplementationImage(compiled.Image);
        ProofResult Prove(ProofCase proof, CancellationToken cancel) => Prover.Run(proof, image, cancel);
        progress("proofs");
        ProofResult[] refuted =
        [
            .. ProofRuns.Run(ProofsFor(mutant, image), Prove, _options.Threads, cancellation)
                .Where(result => result.Verdict == ProofVerdict.Refuted),
        ];
        progress("small worlds");
        Detection? inWorlds =
            MutantDetector.InWorlds(compiled, named.Union(_worlds), _options, cancellation);
        progress("campaign");
        Detection? inCampaign = MutantDetector.InCampaign(compiled, _options, cancellation);
        SeedDetections bySeed = MutantDetector.UnderSeeds(compiled, inCampaign, seeds, _options, cancellation);
        return cancellation.IsCancellationRequested
            ? null
            : new MutationResult(
                mutant, refuted, [.. new[] { inWorlds, inCampaign }.OfType<Detection>()], bySeed, LeftOutOf(compiled));
    }

    private static string[] LeftOutOf(CompiledMutant mutant)
    {
        using var booted = new BootedSystem(new World(), mutant.Boot);
        return [.. booted.LeftOut, .. booted.LeftOutByExplorer];
    }

    private IReadOnlyList<ProofCase> ProofsFor(Mutant mutant, ImplementationImage image) =>
        mutant.ModelEdit is not null ? []
            : mutant.CaughtBy.Proofs is { IsEmpty: false } named
            ? [.. ProofCatalogue.All.Where(proof => named.Contains(proof.Name))]
            : (_reach ??= new MutantReach(repository, Proved())).Of(image);

    private IEnumerable<ProofResult> Proved() => ProofRuns.Run(
        ProofCatalogue.All, (proof, cancel) => work.Run(proof, cancel), _options.Threads, cancellation);
}
