using System.Collections.Immutable;
using Verify.Model;
using Verify.Model.States;
using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>
/// Returns to states of a world. A system cannot be copied, so a state is reached again by booting and executing the
/// calls of its path.
/// </summary>
internal sealed class PathReplayer(SmallWorld world, SystemFactory boot)
{
    /// <summary>The world being explored.</summary>
    public SmallWorld World { get; } = world;

    /// <summary>
    /// True if counters tell states apart: in most worlds nobody reads them, and states that differ in nothing else are
    /// one.
    /// </summary>
    private readonly bool _showsCounters = world.Alphabet.Any(Spec.ShowsCounters);

    /// <summary>A digest of both sides: states with equal digests behave identically from now on.</summary>
    public UInt128 Digest(State state, BootedSystem system)
    {
        var hash = default(StateHash);
        state.AddTo(ref hash);
        system.Hashed!.AddTo(ref hash);
        if (_showsCounters)
        {
            state.AddCountersTo(ref hash);
            system.Hashed.AddCountersTo(ref hash);
        }

        return hash.Digest;
    }

    /// <summary>Boots both sides.</summary>
    public Lockstep Boot(RuleCounts rules) => new(World.Start.World, boot, rules);

    /// <summary>Boots and executes the calls that precede every sequence, checking each.</summary>
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

    /// <summary>The system at the end of a path, whose calls were all checked before.</summary>
    public BootedSystem SystemAfter(List<byte> path)
    {
        var system = new BootedSystem(World.Start.World, boot);
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
    public Finding FindingAfter(List<byte> path)
    {
        ImmutableArray<Call> calls =
            [.. World.Start.Steps.Select(step => step.Call), .. path.Select(call => World.Alphabet[call])];
        return Replay.Run(World.Start.World, calls, boot, new RuleCounts())
            ?? throw new InvalidOperationException($"{World.Name}: a fault is gone when its calls are replayed");
    }
}
