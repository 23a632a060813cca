using System.Collections.Immutable;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;

namespace Verify.Properties.Mutants;

/// <summary>Makes corpus files of what caught mutants.</summary>
public static class MutantTrace
{
    /// <summary>
    /// The trace that caught a mutant, under the mutant's name, with the outcomes of the implementation as built: those
    /// are right, and the mutant's differ.
    /// </summary>
    public static CorpusTrace Of(Mutant mutant, Finding finding)
    {
        World world = finding.Trace.World;
        var machine = new Machine(world);
        ImmutableArray<Step> steps =
            [.. finding.Trace.Steps.Select(step => new Step(step.Call, machine.Execute(step.Call)))];
        return new CorpusTrace(
            mutant.Name, mutant.Description, mutant.Requirements, new CaughtMutant(mutant.Name, finding.Kind),
            new Trace(world, steps));
    }
}
