using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Tests;

/// <summary>This working copy's mutants, each compiled once for all tests, and what they are mutants of.</summary>
internal static class WorkingCopy
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);
    private static readonly Lazy<ImplementationImage> Original = new(CompileOriginal);

    public static ProofMutants Mutants { get; } = new(Repository);

    /// <summary>The real Implementation, from the compiler that mutants come from.</summary>
    public static ImplementationImage Unchanged => Original.Value;

    private static ImplementationImage CompileOriginal()
    {
        Mutant any = Mutants.All[0];
        using CompiledMutant compiled = new MutantCompiler(Repository.Implementation).Compile(
            any with { Edit = any.Edit with { After = any.Edit.Before } });
        return new ImplementationImage(compiled.Image);
    }
}
