using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Bench;

/// <summary>Runs both sides for the libraries that are compared, with every check that the campaign makes.</summary>
public sealed class LockstepDriver : IDisposable
{
    private readonly Lockstep _lockstep;

    private LockstepDriver(World world, RuleCounts counts) =>
        _lockstep = new Lockstep(world, w => new Machine(w), counts);

    /// <summary>True as long as no check has failed.</summary>
    public bool Agrees { get; private set; } = true;

    /// <summary>Boots the machine that the suite's generator makes for a run.</summary>
    public static LockstepDriver Boot(int run, RuleCounts counts) =>
        new(new Generator(seed: 1, run).NextWorld(), counts);

    /// <summary>Makes a recipe's call, if it has one in this state, and checks it.</summary>
    public void Make(Recipe recipe)
    {
        if (!_lockstep.State.Processes.IsEmpty && recipe.In(_lockstep.State) is { } call)
        {
            Agrees &= _lockstep.Step(call) is null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lockstep.Dispose();

    /// <summary>Ends the run as the campaign does.</summary>
    public bool Finish() => Agrees && _lockstep.Finish() is null;
}
