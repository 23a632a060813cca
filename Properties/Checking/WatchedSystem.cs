using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>A system under test that records its calls, and when a thread is inside it.</summary>
internal sealed class WatchedSystem : ISystem
{
    private readonly World _world;
    private readonly CallsInProgress _calls;
    private readonly List<ObservedCall> _steps = [];
    private readonly ISystem _system;

    public WatchedSystem(World world, SystemFactory boot, CallsInProgress calls)
    {
        (_world, _calls) = (world, calls);
        using CallInProgress.Scope inside = Enter();
        _system = boot(world);
    }

    /// <summary>The calls so far; the last one has no outcome while it is in progress.</summary>
    public Trace Trace => Trace.Of(_world, _steps);

    public IReadOnlyList<ZoneUsage> Zones => _system.Zones;

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
        return _system.Sockstat(entries);
    }

    public int Processes(Span<ProcessEntry> entries)
    {
        using CallInProgress.Scope inside = Enter();
        return _system.Processes(entries);
    }

    public string? Audit()
    {
        using CallInProgress.Scope inside = Enter();
        return _system.Audit();
    }

    public void AddTo(ref StateHash hash)
    {
        using CallInProgress.Scope inside = Enter();
        _system.AddTo(ref hash);
    }

    private CallInProgress.Scope Enter() => _calls.Own.Enter(this);
}
