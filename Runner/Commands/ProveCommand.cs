using System.CommandLine;
using Verify.Proofs;

namespace Verify.Runner.Commands;

/// <summary><c>prove [NAME]</c>: runs the proofs, one line each.</summary>
internal sealed class ProveCommand : Command
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "a proof, or a class of them; all where none is given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Session _session;

    public ProveCommand(Session session)
        : base("prove", "Proves claims about the compiled implementation for all values.")
    {
        _session = session;
        Add(_name);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<ProofCase> proofs =
            Selection.Of(ProofCatalogue.All, proof => proof.Name, arguments.GetValue(_name), "a proof");
        int width = proofs.Max(proof => proof.Name.Length);
        (int run, int proved) = (0, 0);
        foreach (ProofResult result in Run(proofs))
        {
            _session.Terminal.Line(ProofRuns.Line(result, width));
            run++;
            proved += result.Verdict == Verdict.Proved ? 1 : 0;
        }

        _session.Terminal.Line($"{proved} of {proofs.Count} proved");
        return _session.Finish(proved < run);
    }

    private IEnumerable<ProofResult> Run(IReadOnlyList<ProofCase> proofs) =>
        ProofRuns.Run(proofs, mutant: null, Environment.ProcessorCount, _session.Interrupt);
}
