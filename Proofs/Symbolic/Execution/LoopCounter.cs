using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Paths;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Counts the iterations of each loop in one activation of a method, by its backward jumps.</summary>
internal sealed class LoopCounter(int bound)
{
    /// <summary>Iterations so far, by the offset of the backward jump.</summary>
    public ImmutableDictionary<int, int> Rounds { get; set; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>Counts one more iteration, and resets the loops inside.</summary>
    /// <exception cref="LoopBoundException">The bound is exceeded.</exception>
    public void Count(Instruction from, Instruction to)
    {
        Rounds = Rounds.RemoveRange(Rounds.Keys.Where(offset => to.Offset <= offset && offset < from.Offset));
        var rounds = Rounds.GetValueOrDefault(from.Offset) + 1;
        Rounds = Rounds.SetItem(from.Offset, rounds);
        if (rounds > bound)
        {
            throw new LoopBoundException(bound);
        }
    }
}
