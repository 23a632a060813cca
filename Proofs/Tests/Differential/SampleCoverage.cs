using Mono.Cecil.Cil;
using Verify.Proofs.Tests.Differential.Library;

namespace Verify.Proofs.Tests.Differential;

/// <summary>What the samples, all of which are compared with the runtime, meet on their paths.</summary>
internal static class SampleCoverage
{
    private static readonly Lazy<(HashSet<string> Calls, HashSet<Code> Instructions)> Met = new(Collect);

    /// <summary>Signatures of the methods that are called, or answered.</summary>
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
