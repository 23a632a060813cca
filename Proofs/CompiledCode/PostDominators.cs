using System.Collections.Frozen;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// The immediate post-dominator of each instruction on the paths to the method's last return: where the ways from a
/// branch meet again. Computed as dominators of the reversed flow graph (Cooper, Harvey and Kennedy, "A simple, fast
/// dominance algorithm").
/// </summary>
internal sealed class PostDominators
{
    private readonly Instruction[] _code;
    private readonly int[] _join;
    private readonly int _lastReturn;

    public PostDominators(MethodBody body)
    {
        _code = [.. body.Instructions];
        FrozenDictionary<Instruction, int> index =
            _code.Select((at, i) => (at, i)).ToFrozenDictionary(pair => pair.at, pair => pair.i);
        int[][] next = [.. _code.Select(instruction => Next(instruction).Select(to => index[to]).ToArray())];
        _lastReturn = Array.FindLastIndex(_code, instruction => instruction.OpCode.FlowControl == FlowControl.Return);
        _join = Compute(next);
    }

    /// <summary>The post-dominator; null if the ways meet only after the method has returned.</summary>
    public Instruction? After(Instruction instruction)
    {
        var join = _join[Array.IndexOf(_code, instruction)];
        return join >= 0 && join < _code.Length ? _code[join] : null;
    }

    private static IEnumerable<Instruction> Next(Instruction instruction) => instruction.OpCode.FlowControl switch
    {
        FlowControl.Return or FlowControl.Throw => [],
        FlowControl.Branch => [(Instruction)instruction.Operand],
        FlowControl.Cond_Branch when instruction.Operand is Instruction[] targets => [.. targets, instruction.Next],
        FlowControl.Cond_Branch => [(Instruction)instruction.Operand, instruction.Next],
        _ => [instruction.Next],
    };

    // The exit follows all instructions; -1 is unknown. Reverse post-order converges fast.
    private int[] Compute(int[][] next)
    {
        var exit = next.Length;
        int[] join = [.. Enumerable.Repeat(-1, exit), exit];
        int[] rank = RanksFrom(exit, next);
        bool changes;
        do
        {
            changes = false;
            foreach (var at in Enumerable.Range(0, exit).Where(at => rank[at] >= 0).OrderBy(at => rank[at]))
            {
                IEnumerable<int> ways = IsReturn(at) ? [exit] : next[at].Where(to => join[to] >= 0);
                var meeting = ways.Aggregate((a, b) => Meet(a, b, join, rank));
                changes |= join[at] != meeting;
                join[at] = meeting;
            }
        }
        while (changes);

        return join;
    }

    // Other returns are early: a search returns for what it has found, and continues for the rest.
    private bool IsReturn(int at) => at == _lastReturn;

    private static int Meet(int a, int b, int[] join, int[] rank)
    {
        while (a != b)
        {
            (a, b) = rank[a] > rank[b] ? (join[a], b) : (a, join[b]);
        }

        return a;
    }

    // Reverse post-order from the exit in the reversed graph; -1 if the exit is not reachable.
    private int[] RanksFrom(int exit, int[][] next)
    {
        ILookup<int, int> before = Enumerable.Range(0, exit)
            .SelectMany(at => (IsReturn(at) ? [exit] : next[at]).Select(to => (at, to)))
            .ToLookup(edge => edge.to, edge => edge.at);
        int[] rank = [.. Enumerable.Repeat(-1, exit + 1)];
        var seen = new HashSet<int>();
        var left = exit;
        Visit(exit);
        return rank;

        void Visit(int at)
        {
            if (seen.Add(at))
            {
                foreach (var from in before[at])
                {
                    Visit(from);
                }

                rank[at] = left--;
            }
        }
    }
}
