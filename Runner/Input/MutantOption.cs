using System.CommandLine;
using Verify.Implementation;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Properties.Worlds;

namespace Verify.Runner.Input;

/// <summary><c>--mutant NAME</c>: a mutant stands in for the implementation.</summary>
internal sealed class MutantOption : Option<string?>
{
    public MutantOption()
        : base("--mutant")
    {
        Description = "look at this mutant in place of the implementation";
        HelpName = "NAME";
    }

    /// <summary>What is looked at.</summary>
    /// <exception cref="MutantException">The mutant does not fit the source any more.</exception>
    /// <exception cref="InputException">There is no mutant of that name.</exception>
    public SystemUnderTest Of(ParseResult arguments, Repository repository)
    {
        if (arguments.GetValue(this) is not { } name)
        {
            return new SystemUnderTest(world => new Machine(world), Image: null);
        }

        Mutant mutant = NameLookup.Of(MutantCatalogue.Load(repository.Mutants), m => m.Name, name, "a mutant")[0];
        return SystemUnderTest.Of(new MutantCompiler(repository).Compile(mutant));
    }
}
