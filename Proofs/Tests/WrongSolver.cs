using Verify.Proofs.Solving;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Tests;

/// <summary>Z3 with its answers spoilt.</summary>
internal sealed class WrongSolver(Func<Answer, Answer> spoil) : ISolver
{
    private readonly Z3Solver _solver = new(CancellationToken.None);

    /// <summary>Gives values of which one bit is wrong.</summary>
    public static WrongSolver WithWrongValues => new(answer => answer.Values is { } values
        ? answer with { Values = values.ToDictionary(pair => pair.Key, pair => pair.Value ^ 1) }
        : answer);

    /// <summary>Blames conditions that can hold together: all but the last of those to blame.</summary>
    public static WrongSolver WithWrongCores =>
        new(answer => answer with { UnsatCore = [.. answer.UnsatCore.SkipLast(1)] });

    /// <summary>Finds no input for anything.</summary>
    public static WrongSolver Blind => new(answer => answer with { Values = null, UnsatCore = [] });

    public Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables) =>
        spoil(_solver.Ask(conditions, variables));

    public void Dispose() => _solver.Dispose();
}
