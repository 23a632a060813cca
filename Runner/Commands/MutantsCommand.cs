using System.CommandLine;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Results;
using Verify.Properties.Corpus;
using Verify.Properties.Mutants;
using Verify.Runner.Catalogue;
using Verify.Runner.Input;
using Verify.Runner.Mutation;
using Verify.Runner.Output;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>mutants [NAME] [--seeds N] [--save]</c>: prints which engines catch each mutant, with what effort, and the trace.
/// </summary>
internal sealed class MutantsCommand : Command
{
    private readonly Argument<string?> _name;

    private readonly Option<long?> _seeds = ValueOption.Number(
        "--seeds", "campaigns to run on each mutant, each with another seed; 1 by default", 1, 100);

    private readonly Option<bool> _save = new("--save")
    {
        Description = "write each mutant's trace into the corpus, with the right results",
    };

    private readonly CommandContext _context;

    public MutantsCommand(CommandContext context)
        : base("mutants", "Makes small wrong changes to the implementation, and checks that each is caught.")
    {
        _context = context;
        _name = NamedSymbols.Argument("a mutant; all mutants by default", ItemKind.Mutants, context.Repository);
        Add(_name);
        Add(_seeds);
        Add(_save);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        string? name = arguments.GetValue(_name);
        Mutant[] mutants =
        [
            .. MutantCatalogue.Load(_context.Repository.Mutants)
                .Where(mutant => name is null || ItemKind.IsNamed(mutant.Name, name)),
        ];
        using var cache = new ProofCache(new ProofFolder(_context.Artifacts).Cache);
        var tester = new MutationTester(
            _context.Repository, mutants, new ProofWork { Cache = cache }, (int)(arguments.GetValue(_seeds) ?? 1),
            _context.Interrupt);
        var results = new List<MutationResult>();
        var remaining = new RemainingTime(TimeProvider.System);
        _context.Terminal.Watch(mutants.Length == 1 ? "testing 1 mutant" : $"testing {mutants.Length} mutants", news =>
        {
            foreach (Mutant mutant in mutants)
            {
                string left = remaining.After((double)results.Count / mutants.Length);
                string done = $"{results.Count} of {mutants.Length} done{left}";
                if (tester.Test(mutant, engine => news($"{done}; {mutant.Name}: {engine}")) is { } result)
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
        _context.Terminal.Line($"{caught} of {mutants.Length} caught");
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

        terminal.LeftOut(result.LeftOut);
        if (!result.IsCaught)
        {
            terminal.Line($"  not caught\n  next: ./verify mutants {mutant.Name}");
        }

        if (result.Shown is { Trace: var trace })
        {
            terminal.Line("    " + TraceWriter.Write(trace).TrimEnd('\n').ReplaceLineEndings("\n    "));
        }

        terminal.Line();
    }
}
