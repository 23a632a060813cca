using Mono.Cecil.Cil;
using Verify.Proofs.Tests.Differential.Library;

namespace Verify.Proofs.Tests.Differential;

/// <summary>The methods and instructions that the samples use, all of which are compared with the runtime.</summary>
internal static class SampleCoverage
{
    private static readonly Lazy<(HashSet<string> Calls, HashSet<Code> Instructions)> Met = new(Collect);

    /// <summary>Signatures of the methods that the executor calls or answers itself.</summary>
    public static IReadOnlySet<string> Calls => Met.Value.Calls;

    /// <summary>Instructions of these methods and of the samples.</summary>
    public static IReadOnlySet<Code> Instructions => Met.Value.Instructions;

    private static (HashSet<string> Calls, HashSet<Code> Instructions) Collect()
    {
        HashSet<string> calls = [];
        HashSet<Code> instructions = [];
        foreach (var sample in SampleTests.Methods.Concat(LibraryTests.Methods))
        {
            using var comparison = new Comparison(sample);
            calls.UnionWith(comparison.Calls);
            instructions.UnionWith(comparison.Instructions);
        }

        return (calls, instructions);
    }
}
