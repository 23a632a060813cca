using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Paths;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>
/// Counts the iterations of each loop in one activation of a method, by its backward jumps. Immutable.
/// </summary>
/// <param name="bound">Iterations that a loop may take.</param>
internal sealed class LoopCounter(int bound)
{
    // Iterations so far, by the offset of the backward jump.
    private ImmutableDictionary<int, int> Rounds { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>Counts one more iteration, and resets the loops inside.</summary>
    /// <exception cref="LoopBoundException">The bound is exceeded.</exception>
    public LoopCounter After(Instruction from, Instruction to)
    {
        var rounds = Rounds.GetValueOrDefault(from.Offset) + 1;
        return rounds > bound
            ? throw new LoopBoundException(bound)
            : new LoopCounter(bound)
            {
                Rounds = Rounds
                    .RemoveRange(Rounds.Keys.Where(offset => to.Offset <= offset && offset < from.Offset))
                    .SetItem(from.Offset, rounds),
            };
    }
}
