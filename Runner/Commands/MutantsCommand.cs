using System.CommandLine;
using Verify.Abi;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Results;
using Verify.Properties.Corpus;
using Verify.Properties.Mutants;
using Verify.Runner.Hunting;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>mutants [NAME] [--seeds N] [--save]</c>: what catches each wrong change, after how much, with the trace.
/// </summary>
internal sealed class MutantsCommand : Command
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "a mutant; all where none is given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<long?> _seeds = OptionOf.Number(
        "--seeds", "campaigns to run on each mutant, each with another seed; 1 if not given", 1, 100);

    private readonly Option<bool> _save = new("--save")
    {
        Description = "write each one's trace into the corpus, with the results that are right",
    };

    private readonly Session _session;

    public MutantsCommand(Session session)
        : base("mutants", "Checks small wrong changes to the implementation: each must be caught.")
    {
        _session = session;
        Add(_name);
        Add(_seeds);
        Add(_save);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<Mutant> mutants = Selection.Of(
            MutantCatalogue.Load(_session.Repository.Mutants),
            mutant => mutant.Name, arguments.GetValue(_name), "a mutant");
        using var cache = new ProofCache(new ProofFolder(_session.Artifacts).Cache);
        var hunter = new Hunter(
            _session.Repository, new ProofWork { Cache = cache }, (int)(arguments.GetValue(_seeds) ?? 1),
            _session.Interrupt);
        var hunted = new List<Quarry>();
        _session.Terminal.Watch(mutants.Count == 1 ? "hunting 1 mutant" : $"hunting {mutants.Count} mutants", news =>
        {
            foreach (Mutant mutant in mutants)
            {
                news($"{hunted.Count} of {mutants.Count}, now {mutant.Name}");
                if (hunter.Hunt(mutant) is { } quarry)
                {
                    hunted.Add(quarry);
                    Print(quarry);
                    Save(quarry, arguments);
                }
            }
        });

        if (hunted.Count > 1)
        {
            _session.Terminal.Table(SlowestMutants.Head, SlowestMutants.Rows(hunted), 1, 2);
        }

        int caught = hunted.Count(quarry => quarry.IsCaught);
        _session.Terminal.Line($"{caught} of {mutants.Count} caught");
        return _session.Finish(caught < hunted.Count);
    }

    private void Save(Quarry quarry, ParseResult arguments)
    {
        if (arguments.GetValue(_save) && quarry.Shown is { } shown)
        {
            CorpusFolder.Save(_session.Repository.Corpus, MutantTrace.Of(quarry.Mutant, shown));
        }
    }

    private void Print(Quarry quarry)
    {
        Terminal terminal = _session.Terminal;
        Mutant mutant = quarry.Mutant;
        terminal.Line($"{mutant.Name}, against {string.Join(", ", mutant.Requirements)}");
        terminal.Line(Prose.Wrap(mutant.Description, "  ", "  "));
        foreach (ProofResult result in quarry.Refuted)
        {
            terminal.Line($"  caught by proof {result.Case.Name}");
            terminal.Line(Prose.Wrap(ProofText.Reason(result), "    ", "    "));
        }

        foreach (Catch caught in quarry.Catches)
        {
            string effort = caught.States > 0 ? $"{caught.States:n0} states" : $"{caught.Calls:n0} calls";
            string seeds = caught.Engine == MutantHunt.Campaign && quarry.BySeed.Seeds > 1
                ? $" under the first seed, {quarry.BySeed} in all"
                : "";
            terminal.Line($"  caught by {caught.Engine}, {effort}{seeds}");
            terminal.Line(Prose.Wrap($"{caught.Finding.Kind}: {caught.Finding.Message}", "    ", "    "));
        }

        if (!quarry.IsCaught)
        {
            terminal.Line("  not caught");
        }

        if (quarry.Shown is { Trace: var trace })
        {
            terminal.Line("    " + TraceWriter.Write(trace).TrimEnd('\n').ReplaceLineEndings("\n    "));
        }

        terminal.Line();
    }
}
