using System.CommandLine;
using System.Diagnostics;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.CrossChecking;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary><c>prove [NAME]</c>: runs the proofs, one line each, and writes a report.</summary>
internal sealed class ProveCommand : Command
{
    // For one question to the second solver. Most take milliseconds.
    private static readonly TimeSpan QuestionLimit = TimeSpan.FromMinutes(1);

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "a proof, or a class of them; all where none is given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _crossCheck = new("--cross-check")
    {
        Description = "put every question to cvc5 too",
    };

    private readonly Option<string?> _cvc5 = new("--cvc5")
    {
        Description = "the cvc5 to ask; the one on the PATH where this is not given",
        HelpName = "FILE",
    };

    private readonly Option<string?> _smt = new("--smt")
    {
        Description = "write every question into this folder, in SMT-LIB 2",
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

    private readonly Session _session;
    private readonly ProofFolder _folder;

    public ProveCommand(Session session)
        : base("prove", "Proves claims about the compiled implementation for all values.")
    {
        _session = session;
        _folder = new ProofFolder(session.Artifacts);
        Add(_name);
        Add(_crossCheck);
        Add(_cvc5);
        Add(_smt);
        Add(_mutants);
        Add(_noCache);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<ProofCase> proofs =
            Selection.Of(ProofCatalogue.All, proof => proof.Name, arguments.GetValue(_name), "a proof");
        using ProofCache? cache = arguments.GetValue(_noCache) ? null : new ProofCache(_folder.Cache);
        var work = new ProofWork
        {
            Cache = cache,
            CrossChecker = CrossChecker(arguments),
            Obligations = arguments.GetValue(_smt) is { } folder
                ? new ObligationFolder(Path.Combine(_session.Directory, folder))
                : null,
            Mutants = arguments.GetValue(_mutants) ? new ProofMutants(_session.Repository) : null,
        };
        ProofReport report = Run(proofs, work);
        Finish(report, cache?.Notes ?? []);
        return _session.Finish(report.Results.Any(result => !result.Holds));
    }

    private ProofReport Run(IReadOnlyList<ProofCase> proofs, ProofWork work)
    {
        long started = Stopwatch.GetTimestamp();
        int width = proofs.Max(proof => proof.Name.Length);
        var results = new List<ProofResult>();
        _session.Terminal.Watch($"proving {proofs.Count} claims", news =>
        {
            IEnumerable<ProofResult> done =
                ProofRuns.Run(proofs, work.Run, Environment.ProcessorCount, _session.Interrupt);
            foreach (ProofResult result in done.Select(WithRelativeName))
            {
                results.Add(result);
                _session.Terminal.Line(ProofText.Line(result, width));
                news($"{results.Count} of {proofs.Count}");
            }
        });
        return new ProofReport(results, proofs.Count, Stopwatch.GetElapsedTime(started), Prover.Solver);
    }

    // As the user would type it.
    private ProofResult WithRelativeName(ProofResult result) =>
        result.CrossCheck is { Disagreement: { } file } check
            ? result with
            {
                CrossCheck = check with { Disagreement = Path.GetRelativePath(_session.Directory, file) },
            }
            : result;

    private void Finish(ProofReport report, IReadOnlyList<string> notes)
    {
        foreach (string line in report.Summary().Concat(notes))
        {
            _session.Terminal.Line(line);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Report)!);
        File.WriteAllText(_folder.Report, report.Page());
        _session.Terminal.Line($"report: {Path.GetRelativePath(_session.Directory, _folder.Report)}");
    }

    private CrossChecker? CrossChecker(ParseResult arguments)
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
                new ObligationFolder(_folder.Disagreements));
        }
        catch (SolverMissingException missing)
        {
            throw new InputException(missing.Message, missing);
        }
    }
}
