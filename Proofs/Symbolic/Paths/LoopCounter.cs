using Mono.Cecil.Cil;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>Counts the rounds of each loop in one activation of a method: its jumps backwards.</summary>
internal sealed class LoopCounter(int bound)
{
    private readonly Dictionary<int, int> _rounds = [];

    /// <summary>One more round. Loops inside it start from nothing again.</summary>
    /// <exception cref="LoopBoundException">There were as many rounds as the bound allows.</exception>
    public void Count(Instruction from, Instruction to)
    {
        foreach (var inner in _rounds.Keys.Where(offset => to.Offset <= offset && offset < from.Offset).ToList())
        {
            _rounds.Remove(inner);
        }

        var rounds = _rounds.GetValueOrDefault(from.Offset) + 1;
        _rounds[from.Offset] = rounds;
        if (rounds > bound)
        {
            throw new LoopBoundException(bound);
        }
    }
}
