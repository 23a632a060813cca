using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Dialects;

namespace Verify.Properties.Checking;

/// <summary>A system that was booted, with its capabilities, looked up once.</summary>
public sealed class BootedSystem : IDisposable
{
    private readonly ISystem _system;

    /// <summary>Boots a system.</summary>
    /// <exception cref="InvalidOperationException">
    /// Its dialect is unknown, or needs a list of sockets which the system does not have.
    /// </exception>
    public BootedSystem(World world, SystemFactory boot)
    {
        _system = boot(world);
        Description = _system.Description;
        Calls = AvailableCalls.Of(Description);
        Dialect = Dialect.Find(Description.Dialect, out string? unknown)
            ?? throw new InvalidOperationException($"{Description.Name}: there is no dialect {unknown}");
        Sockets = _system.Capability<IListsSockets>();
        if (Dialect.LeavesPortsOpen && Sockets is null)
        {
            throw new InvalidOperationException(
                $"{Description.Name}: {Dialect.Name} is checked with the list of sockets, which it does not have");
        }

        Processes = _system.Capability<IListsProcesses>();
        Auditor = _system.Capability<IAudited>();
        Hashed = _system.Capability<IHashed>();
        Zones = _system.Capability<IHasZones>();
    }

    /// <summary>What it is.</summary>
    public SystemDescription Description { get; }

    /// <summary>The calls that it has.</summary>
    public AvailableCalls Calls { get; }

    /// <summary>What it speaks.</summary>
    public Dialect Dialect { get; }

    /// <summary>True if it has the calls that end a run.</summary>
    public bool HasEnding => Calls.Has(typeof(Call.Exit)) && Calls.Has(typeof(Call.Close));

    /// <summary>Its list of sockets; null if it has none.</summary>
    public IListsSockets? Sockets { get; }

    /// <summary>Its list of processes; null if it has none.</summary>
    public IListsProcesses? Processes { get; }

    /// <summary>Its check of its own structures; null if it has none.</summary>
    public IAudited? Auditor { get; }

    /// <summary>The hash of its state; null if it has none.</summary>
    public IHashed? Hashed { get; }

    /// <summary>Its zones; null if it has none.</summary>
    public IHasZones? Zones { get; }

    /// <summary>The checks of a run that need a capability which the system does not have, one phrase each.</summary>
    public ImmutableArray<string> LeftOut => Phrases(
        (Sockets, "list of sockets, the system has none"),
        (Processes, "list of processes, the system has none"),
        (Auditor, "invariants, the system does not check its own"),
        (Zones, "leak check, the system lists no zones"),
        (HasEnding ? this : null, "leak check, the system does not have exit and close"));

    /// <summary>The same for the exploration of small worlds.</summary>
    public ImmutableArray<string> LeftOutByExplorer => Description.IsDeterministic
        ? Phrases((Hashed, "small worlds, the system has no hash of its state"))
        : ["small worlds, the system is not deterministic"];

    /// <summary>True if it has a capability.</summary>
    public bool Has<T>()
        where T : class => _system.Capability<T>() is not null;

    /// <summary>Carries out one call.</summary>
    public Outcome Execute(Call call) => _system.Execute(call);

    /// <inheritdoc/>
    public void Dispose() => _system.Dispose();

    private static ImmutableArray<string> Phrases(params ReadOnlySpan<(object? Capability, string LeftOut)> checks)
    {
        var phrases = ImmutableArray.CreateBuilder<string>();
        foreach ((object? capability, string leftOut) in checks)
        {
            if (capability is null)
            {
                phrases.Add(leftOut);
            }
        }

        return phrases.ToImmutable();
    }
}
