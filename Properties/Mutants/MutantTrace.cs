using System.Collections.Immutable;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;

namespace Verify.Properties.Mutants;

/// <summary>Makes traces of the corpus from the findings on mutants.</summary>
public static class MutantTrace
{
    /// <summary>
    /// The trace that detected a mutant, with the name of the mutant and the outcomes of the implementation, which are
    /// correct.
    /// </summary>
    public static CorpusTrace Of(Mutant mutant, Finding finding)
    {
        World world = finding.Trace.World;
        using var machine = new Machine(world);
        ImmutableArray<Step> steps =
            [.. finding.Trace.Steps.Select(step => new Step(step.Call, machine.Execute(step.Call)))];
        return new CorpusTrace(
            mutant.Name, mutant.Description, mutant.Requirements, new CaughtMutant(mutant.Name, finding.Kind),
            new Trace(world, steps));
    }
}
