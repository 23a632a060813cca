using Verify.Model.Dialects;
using Verify.Proofs.CompiledCode;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;

namespace Verify.Runner.Input;

/// <summary>The system that a command tests: the implementation or a mutant of it.</summary>
/// <param name="Boot">Boots it.</param>
/// <param name="Image">Its compiled code; null for the implementation as built.</param>
/// <param name="Mutant">The mutant's name; null for the implementation as built.</param>
/// <param name="Dialect">The dialect that it is held to; null for its own.</param>
internal sealed record SystemUnderTest(
    SystemFactory Boot, ImplementationImage? Image, string? Mutant, string? Dialect = null)
{
    /// <summary>What a command line needs at its end to test the same system; empty for the implementation.</summary>
    public string Option =>
        (Mutant is null ? "" : $" --mutant {Mutant}") + (Dialect is null ? "" : $" --dialect {Dialect}");

    /// <summary>A mutant.</summary>
    public static SystemUnderTest Of(CompiledMutant mutant) =>
        new(mutant.Boot, new ImplementationImage(mutant.Image.ToArray()), mutant.Mutant.Name);

    /// <summary>The same system, held to a dialect.</summary>
    public SystemUnderTest HeldTo(Dialect dialect) =>
        this with { Boot = SystemOfDialect.Boots(Boot, dialect), Dialect = dialect.Name };
}
