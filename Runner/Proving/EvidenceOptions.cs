using System.CommandLine;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.CrossChecking;
using Verify.Properties.Mutants;
using Verify.Runner.Input;
using Verify.Runner.Output;

namespace Verify.Runner.Proving;

/// <summary>The options of <c>prove</c> that ask for more evidence, or for less time.</summary>
internal sealed class EvidenceOptions
{
    /// <summary>The time that the second solver has for one query; most take milliseconds.</summary>
    private static readonly TimeSpan QueryLimit = TimeSpan.FromMinutes(1);

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "have cvc5 confirm what Z3 claims that no input does",
    };

    private readonly Option<string?> _cvc5 = new("--cvc5")
    {
        Description = "cross-check with this cvc5 and not with the one in PATH",
        HelpName = "FILE",
    };

    private readonly Option<string?> _smt = new("--smt")
    {
        Description = "write every query into this folder, in SMT-LIB 2",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _mutants = new("--mutants")
    {
        Description = "run each proof on its mutant too, where it must be refuted",
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "prove again what an earlier run proved of the same code",
    };

    private readonly Option<TimeSpan?> _limit =
        ValueOption.Time("--limit", "give up a proof that takes longer than this; its verdict is unknown");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_crossCheck, _cvc5, _smt, _mutants, _noCache, _limit];

    /// <summary>The work that the options ask for.</summary>
    /// <exception cref="InputException">The second solver is missing.</exception>
    /// <exception cref="MutantException">A mutant's file is malformed.</exception>
    public ProofWork Work(ParseResult arguments, CommandContext context, ProofFolder folder) => new()
    {
        CrossChecker = CrossChecker(arguments, folder),
        Obligations = arguments.GetValue(_smt) is { } name
            ? new ObligationFolder(Path.Combine(context.Directory, name))
            : null,
        Mutants = arguments.GetValue(_mutants) ? new ProofMutants(context.Repository) : null,
        Cache = new ProofCache(folder.Cache),
        Again = arguments.GetValue(_noCache),
        Limit = arguments.GetValue(_limit),
    };

    /// <summary>The options that are needed to see a failure of this run again.</summary>
    public string Again(ParseResult arguments) =>
        (arguments.GetValue(_cvc5) is { } program ? $" --cvc5 {ShellWord.Quote(program)}"
            : arguments.GetValue(_crossCheck) ? " --cross-check"
            : "")
        + (arguments.GetValue(_mutants) ? " --mutants" : "");

    private CrossChecker? CrossChecker(ParseResult arguments, ProofFolder folder)
    {
        string? program = arguments.GetValue(_cvc5);
        if (program is null && !arguments.GetValue(_crossCheck))
        {
            return null;
        }

        try
        {
            return new CrossChecker(
                SecondSolver.Find(program ?? SecondSolver.Program, QueryLimit),
                new ObligationFolder(folder.Disagreements));
        }
        catch (SolverMissingException missing)
        {
            throw new InputException(missing.Message, missing);
        }
    }
}
