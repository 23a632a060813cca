using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Worlds;

/// <summary>
/// The system under exploration. It cannot be copied, so a state is reached again by booting and running its path.
/// </summary>
internal sealed class Subject(SmallWorld world, SystemFactory boot)
{
    /// <summary>What is explored.</summary>
    public SmallWorld World { get; } = world;

    /// <summary>A digest of both sides: equal ones mean states that behave alike from now on.</summary>
    public static UInt128 Digest(State state, ISystem system)
    {
        var hash = default(StateHash);
        state.AddTo(ref hash);
        system.AddTo(ref hash);
        return hash.Digest;
    }

    /// <summary>Boots both sides.</summary>
    public Lockstep Boot(RuleCounts rules) => new(World.Start.World, boot, rules);

    /// <summary>Boots and runs the calls that come before every sequence, checking each.</summary>
    public Lockstep Start(RuleCounts rules, out Finding? finding)
    {
        Lockstep lockstep = Boot(rules);
        finding = null;
        foreach (Step step in World.Start.Steps)
        {
            finding ??= lockstep.Step(step.Call);
        }

        return lockstep;
    }

    /// <summary>The system after a path, whose calls were all checked before.</summary>
    public ISystem Run(List<byte> path)
    {
        ISystem system = boot(World.Start.World);
        foreach (Step step in World.Start.Steps)
        {
            system.Execute(step.Call);
        }

        foreach (byte call in path)
        {
            system.Execute(World.Alphabet[call]);
        }

        return system;
    }

    /// <summary>The finding at the end of a path, with its whole trace.</summary>
    public Finding Reproduce(List<byte> path)
    {
        ImmutableArray<Call> calls =
            [.. World.Start.Steps.Select(step => step.Call), .. path.Select(call => World.Alphabet[call])];
        return Replay.Run(World.Start.World, calls, boot, new RuleCounts())
            ?? throw new InvalidOperationException(
                $"{World.Name}: a fault that does not come back when its calls are run again");
    }
}
