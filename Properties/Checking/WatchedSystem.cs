using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>A system under test that records its calls, and when a thread is inside it.</summary>
internal sealed class WatchedSystem : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly World _world;
    private readonly CallsInProgress _calls;
    private readonly List<ObservedCall> _steps = [];
    private readonly BootedSystem _system;

    public WatchedSystem(World world, SystemFactory boot, CallsInProgress calls)
    {
        (_world, _calls) = (world, calls);
        using CallInProgress.Scope inside = Enter();
        _system = new BootedSystem(world, boot);
    }

    /// <summary>The calls so far; the last one has no outcome while it is in progress.</summary>
    public Trace Trace => Trace.Of(_world, _steps);

    public SystemDescription Description => _system.Description;

    public IReadOnlyList<ZoneUsage> Zones => _system.Zones!.Zones;

    public T? Capability<T>()
        where T : class => _system.Has<T>() ? this as T : null;

    public Outcome Execute(Call call)
    {
        _steps.Add(new ObservedCall(call, null));
        using CallInProgress.Scope inside = Enter();
        Outcome outcome = _system.Execute(call);
        _steps[^1] = new ObservedCall(call, outcome);
        return outcome;
    }

    public int Sockstat(Span<SocketEntry> entries)
    {
        using CallInProgress.Scope inside = Enter();
        return _system.Sockets!.Sockstat(entries);
    }

    public int Processes(Span<ProcessEntry> entries)
    {
        using CallInProgress.Scope inside = Enter();
        return _system.Processes!.Processes(entries);
    }

    public string? Audit()
    {
        using CallInProgress.Scope inside = Enter();
        return _system.Auditor!.Audit();
    }

    public void AddTo(ref StateHash hash)
    {
        using CallInProgress.Scope inside = Enter();
        _system.Hashed!.AddTo(ref hash);
    }

    public void AddCountersTo(ref StateHash hash)
    {
        using CallInProgress.Scope inside = Enter();
        _system.Hashed!.AddCountersTo(ref hash);
    }

    public void Dispose()
    {
        using CallInProgress.Scope inside = Enter();
        _system.Dispose();
    }

    private CallInProgress.Scope Enter() => _calls.Own.Enter(this);
}
