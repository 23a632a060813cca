using System.CommandLine;
using Verify.Abi;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Properties.Corpus;
using Verify.Properties.Mutants;
using Verify.Runner.Hunting;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary><c>mutants [NAME] [--save]</c>: what catches each wrong change, after how much, with the trace.</summary>
internal sealed class MutantsCommand : Command
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "a mutant; all where none is given",
        Arity = ArgumentArity.ZeroOrOne,
    };

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
        Add(_save);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<Mutant> mutants = Selection.Of(
            MutantCatalogue.Load(_session.Repository.Mutants),
            mutant => mutant.Name, arguments.GetValue(_name), "a mutant");
        using var cache = new ProofCache(new ProofFolder(_session.Artifacts).Cache);
        var hunter = new Hunter(_session.Repository, new ProofWork { Cache = cache }, _session.Interrupt);
        (int hunted, int caught) = (0, 0);
        foreach (Quarry quarry in mutants.Select(hunter.Hunt).OfType<Quarry>())
        {
            Print(quarry);
            if (arguments.GetValue(_save) && quarry.Shown is { } shown)
            {
                CorpusFolder.Save(_session.Repository.Corpus, MutantTrace.Of(quarry.Mutant, shown));
            }

            hunted++;
            caught += quarry.IsCaught ? 1 : 0;
        }

        _session.Terminal.Line($"{caught} of {mutants.Count} caught");
        return _session.Finish(caught < hunted);
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
            terminal.Line($"  caught by {caught.Engine}, {effort}");
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
