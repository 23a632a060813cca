using System.CommandLine;
using Verify.Properties.Mutants;
using Verify.Runner.Catalogue;

namespace Verify.Runner.Input;

/// <summary><c>--mutant NAME</c>: tests a mutant in place of the implementation.</summary>
internal sealed class MutantOption(CommandContext context)
{
    public Option<string?> Symbol { get; } = NamedSymbols.Single(
        "--mutant", "test this mutant in place of the implementation", ItemKind.Mutants, context.Repository);

    /// <summary>The system to test.</summary>
    /// <exception cref="MutantException">The mutant no longer fits the source.</exception>
    public SystemUnderTest Of(ParseResult arguments)
    {
        if (arguments.GetValue(Symbol) is not { } name)
        {
            return new SystemUnderTest(context.Boot, Image: null, Mutant: null);
        }

        Mutant mutant = MutantCatalogue.Load(context.Repository.Mutants).First(m => ItemKind.IsNamed(m.Name, name));
        return SystemUnderTest.Of(new MutantCompiler(context.Repository).Compile(mutant));
    }
}
