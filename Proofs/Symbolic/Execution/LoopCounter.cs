using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Paths;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Counts the rounds of each loop in one activation of a method: its jumps backwards.</summary>
internal sealed class LoopCounter(int bound)
{
    /// <summary>Rounds so far, by where the jump backwards is.</summary>
    public ImmutableDictionary<int, int> Rounds { get; set; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>One more round. Loops inside it start from nothing again.</summary>
    /// <exception cref="LoopBoundException">There were as many rounds as the bound allows.</exception>
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
