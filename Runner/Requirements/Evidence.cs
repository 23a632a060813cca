using Verify.Model.Verdicts;
using Verify.Proofs;
using Verify.Properties;
using Verify.Properties.Corpus;
using Verify.Properties.Mutants;

namespace Verify.Runner.Requirements;

/// <summary>The rules, tests, proofs, mutants and traces of a working copy that quote a requirement.</summary>
internal sealed class Evidence
{
    private readonly IReadOnlyList<(string Requirement, string Test)> _tests;
    private readonly IReadOnlyList<Mutant> _mutants;
    private readonly IReadOnlyList<CorpusTrace> _traces;

    public Evidence(Repository repository)
    {
        _tests = TestTraits.In(repository.Root);
        _mutants = new ProofMutants(repository).All;
        _traces = CorpusFolder.Load(repository.Corpus);
    }

    /// <summary>The id of every requirement that is quoted somewhere, by letter and number.</summary>
    public IReadOnlyList<string> Requirements =>
    [
        .. RuleCatalogue.All.Select(rule => rule.Requirement)
            .Concat(ProofCatalogue.All.Select(proof => proof.Requirement))
            .Concat(_mutants.SelectMany(mutant => mutant.Requirements))
            .Concat(_traces.SelectMany(trace => trace.Requirements))
            .Distinct()
            .OrderBy(id => id[..1], StringComparer.Ordinal)
            .ThenBy(id => id.Length)
            .ThenBy(id => id, StringComparer.Ordinal),
    ];

    /// <summary>The kinds of evidence, and the names of each kind.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<string> Names)> Of(string requirement) =>
    [
        ("rules", [.. RuleCatalogue.All.Where(rule => rule.Requirement == requirement).Select(rule => rule.Id)]),
        ("tests", [.. _tests.Where(test => test.Requirement == requirement).Select(test => test.Test)]),
        ("proofs", [.. ProofCatalogue.All.Where(proof => proof.Requirement == requirement).Select(p => p.Name)]),
        ("mutants", [.. _mutants.Where(mutant => mutant.Requirements.Contains(requirement)).Select(m => m.Name)]),
        ("traces", [.. _traces.Where(trace => trace.Requirements.Contains(requirement)).Select(trace => trace.Name)]),
    ];
}
