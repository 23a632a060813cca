using Verify.Proofs;
using Verify.Proofs.Claims;
using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Corpus;
using Verify.Properties.Worlds;
using Verify.Runner.Input;
using Verify.Runner.Proving;
using Verify.Runner.Traces;

namespace Verify.Runner.Checks;

/// <summary>
/// The checks to run, and what a filter leaves out of them. What finds most in little time comes first, the proofs
/// last: they may take minutes, and nothing must wait for them.
/// </summary>
internal sealed class CheckPlan
{
    private readonly List<ICheck> _checks = [];
    private readonly List<string> _leftOut = [];

    public CheckPlan(
        CommandContext context, SystemUnderTest system, FindingsFolder findings, CampaignOptions options,
        CheckFilter filter)
    {
        Repository repository = context.Repository;
        IReadOnlyList<SmallWorld> allWorlds = WorldFolder.Load(repository.Worlds);
        SmallWorld[] worlds = [.. allWorlds.Where(filter.Has)];
        ProofCase[] proofs = [.. ProofCatalogue.All.Where(filter.Has)];
        IReadOnlyList<CorpusTrace> corpus = CorpusFolder.Load(repository.Corpus);
        int traces = corpus.Count(filter.Has);
        int earlier = findings.Files().Count;
        Proofs = proofs.Length;

        Add(new EarlierFindingsCheck(findings, system.Boot), filter.IsEmpty ? earlier : 0, earlier, "earlier findings");
        Add(
            new CampaignCheck(options with { Theme = filter.Theme }, system.Boot), filter.HasCampaign,
            "generated calls");
        Add(
            new WorldsCheck(worlds, system.Boot, options.Threads), worlds.Length, allWorlds.Count,
            "small worlds");
        Add(
            new NoninterferenceCheck(options.Seed, system.Boot, system.Option), filter.HasPairs, "pairs of runs");
        Add(new CorpusCheck(repository.Corpus, system.Boot, filter.Has), traces, corpus.Count, "traces of the corpus");
        Add(new FactsCheck(repository.Facts, system.Boot), filter.IsEmpty, "facts");
        Add(
            new ProofsCheck(proofs, system.Image, new ProofFolder(context.Artifacts), options.Threads),
            proofs.Length, ProofCatalogue.All.Count, "proofs");
    }

    /// <summary>The checks in their order.</summary>
    public IReadOnlyList<ICheck> Checks => _checks;

    /// <summary>How many proofs are to be run.</summary>
    public int Proofs { get; }

    /// <summary>One line about what the filter leaves out; null if that is nothing.</summary>
    public string? LeftOut => _leftOut.Count == 0 ? null : $"Left out: {string.Join(", ", _leftOut)}.";

    private void Add(ICheck check, bool isChosen, string what) => Add(check, isChosen ? 1 : 0, 1, what);

    private void Add(ICheck check, int chosen, int all, string what)
    {
        if (chosen > 0)
        {
            _checks.Add(check);
        }

        if (chosen < all)
        {
            _leftOut.Add(chosen == 0 ? what : $"{all - chosen} of {all} {what}");
        }
    }
}
