using System.CommandLine;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.CrossChecking;
using Verify.Properties.Mutants;
using Verify.Runner.Input;

namespace Verify.Runner.Proving;

/// <summary>The options of <c>prove</c> that say how much evidence is wanted, and from where.</summary>
internal sealed class EvidenceOptions
{
    // For one question to the second solver. Most take milliseconds.
    private static readonly TimeSpan QuestionLimit = TimeSpan.FromMinutes(1);

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "have cvc5 confirm what Z3 says no input does",
    };

    private readonly Option<string?> _cvc5 = new("--cvc5")
    {
        Description = "cross-check with this cvc5, not the one on the PATH",
        HelpName = "FILE",
    };

    private readonly Option<string?> _smt = new("--smt")
    {
        Description = "write every answer's question into this folder, in SMT-LIB 2",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _mutants = new("--mutants")
    {
        Description = "try each proof on its mutant too, where it must be refuted",
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "prove again what was proved of the same code before",
    };

    private readonly Option<TimeSpan?> _limit =
        ValueOption.Time("--limit", "leave a proof that takes longer than this unknown, and go on with the others");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_crossCheck, _cvc5, _smt, _mutants, _noCache, _limit];

    /// <summary>What they ask for.</summary>
    /// <exception cref="InputException">The second solver is not to be had.</exception>
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
                SecondSolver.Find(program ?? SecondSolver.Program, QuestionLimit),
                new ObligationFolder(folder.Disagreements));
        }
        catch (SolverMissingException missing)
        {
            throw new InputException(missing.Message, missing);
        }
    }
}
