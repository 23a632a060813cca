using Verify.Proofs.CompiledCode;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Runner.Input;

/// <summary>What is looked at, for both ways of looking.</summary>
/// <param name="Boot">Boots it.</param>
/// <param name="Image">Its code, where that is not the implementation as built.</param>
/// <param name="Option">What to add to a command that is to look at it too; empty for the implementation as built.</param>
internal sealed record SystemUnderTest(SystemFactory Boot, ImplementationImage? Image, string Option = "")
{
    /// <summary>A mutant.</summary>
    public static SystemUnderTest Of(CompiledMutant mutant) =>
        new(mutant.Boot, new ImplementationImage(mutant.Image.ToArray()), $" --mutant {mutant.Mutant.Name}");
}
