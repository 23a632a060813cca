using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Tests.Solving;

/// <summary>Z3 with corrupted answers.</summary>
internal sealed class WrongSolver(Func<Answer, Answer> corrupt) : ISolver
{
    private readonly Z3Solver _solver = new(CancellationToken.None);

    /// <summary>Gives values with one wrong bit.</summary>
    public static WrongSolver WithWrongValues => new(answer => answer.Values is { } values
        ? answer with { Values = values.ToDictionary(pair => pair.Key, pair => pair.Value ^ 1) }
        : answer);

    /// <summary>Gives unsat cores without their last condition, which are satisfiable.</summary>
    public static WrongSolver WithWrongCores =>
        new(answer => answer with { UnsatCore = [.. answer.UnsatCore.SkipLast(1)] });

    /// <summary>Finds every query unsatisfiable.</summary>
    public static WrongSolver Blind => new(answer => answer with { Values = null, UnsatCore = [] });

    public Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables) =>
        corrupt(_solver.Ask(conditions, variables));

    public void Dispose() => _solver.Dispose();
}
