using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Bench;

/// <summary>Both sides of one run, as the libraries compared against drive them: with every check that ours makes.</summary>
public sealed class LockstepDriver
{
    private readonly Lockstep _lockstep;

    private LockstepDriver(World world, RuleCounts counts) => _lockstep = new Lockstep(world, w => new Machine(w), counts);

    /// <summary>True while nothing is wrong.</summary>
    public bool Agrees { get; private set; } = true;

    /// <summary>Boots the machine that our generator has in its run with that number.</summary>
    public static LockstepDriver Boot(int run, RuleCounts counts) => new(new Generator(seed: 1, run).NextWorld(), counts);

    /// <summary>Makes a call and checks it; a recipe for nothing makes none.</summary>
    public void Make(Recipe recipe)
    {
        if (!_lockstep.State.Processes.IsEmpty && recipe.In(_lockstep.State) is { } call)
        {
            Agrees &= _lockstep.Step(call) is null;
        }
    }

    /// <summary>Ends the run, as ours do.</summary>
    public bool Finish() => Agrees && _lockstep.Finish() is null;
}
