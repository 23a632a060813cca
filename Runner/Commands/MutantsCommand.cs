using System.CommandLine;
using Verify.Abi;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Results;
using Verify.Properties.Corpus;
using Verify.Properties.Mutants;
using Verify.Runner.Input;
using Verify.Runner.Mutation;
using Verify.Runner.Output;
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

    private readonly Option<long?> _seeds = ValueOption.Number(
        "--seeds", "campaigns to run on each mutant, each with another seed; 1 if not given", 1, 100);

    private readonly Option<bool> _save = new("--save")
    {
        Description = "write each one's trace into the corpus, with the results that are right",
    };

    private readonly CommandContext _context;

    public MutantsCommand(CommandContext context)
        : base("mutants", "Checks small wrong changes to the implementation: each must be caught.")
    {
        _context = context;
        Add(_name);
        Add(_seeds);
        Add(_save);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<Mutant> mutants = NameLookup.Of(
            MutantCatalogue.Load(_context.Repository.Mutants),
            mutant => mutant.Name, arguments.GetValue(_name), "a mutant");
        using var cache = new ProofCache(new ProofFolder(_context.Artifacts).Cache);
        var tester = new MutationTester(
            _context.Repository, new ProofWork { Cache = cache }, (int)(arguments.GetValue(_seeds) ?? 1),
            _context.Interrupt);
        var results = new List<MutationResult>();
        _context.Terminal.Watch(mutants.Count == 1 ? "hunting 1 mutant" : $"hunting {mutants.Count} mutants", news =>
        {
            foreach (Mutant mutant in mutants)
            {
                news($"{results.Count} of {mutants.Count}, now {mutant.Name}");
                if (tester.Test(mutant) is { } result)
                {
                    results.Add(result);
                    Print(result);
                    Save(result, arguments);
                }
            }
        });

        if (results.Count > 1)
        {
            _context.Terminal.Table(SlowestMutants.Head, SlowestMutants.Rows(results), 1, 2);
        }

        int caught = results.Count(result => result.IsCaught);
        _context.Terminal.Line($"{caught} of {mutants.Count} caught");
        return _context.Finish(caught < results.Count);
    }

    private void Save(MutationResult result, ParseResult arguments)
    {
        if (arguments.GetValue(_save) && result.Shown is { } shown)
        {
            CorpusFolder.Save(_context.Repository.Corpus, MutantTrace.Of(result.Mutant, shown));
        }
    }

    private void Print(MutationResult result)
    {
        Terminal terminal = _context.Terminal;
        Mutant mutant = result.Mutant;
        terminal.Line($"{mutant.Name}, against {string.Join(", ", mutant.Requirements)}");
        terminal.Line(WordWrap.Wrap(mutant.Description, "  ", "  "));
        foreach (ProofResult refuted in result.Refuted)
        {
            terminal.Line($"  caught by proof {refuted.Case.Name}");
            terminal.Line(WordWrap.Wrap(ProofText.Reason(refuted), "    ", "    "));
        }

        foreach (Detection caught in result.Catches)
        {
            string effort = caught.States > 0 ? $"{caught.States:n0} states" : $"{caught.Calls:n0} calls";
            string seeds = caught.Engine == MutantDetector.Campaign && result.BySeed.Seeds > 1
                ? $" under the first seed, {result.BySeed} in all"
                : "";
            terminal.Line($"  caught by {caught.Engine}, {effort}{seeds}");
            terminal.Line(WordWrap.Wrap($"{caught.Finding.Kind}: {caught.Finding.Message}", "    ", "    "));
        }

        if (!result.IsCaught)
        {
            terminal.Line("  not caught");
        }

        if (result.Shown is { Trace: var trace })
        {
            terminal.Line("    " + TraceWriter.Write(trace).TrimEnd('\n').ReplaceLineEndings("\n    "));
        }

        terminal.Line();
    }
}
