using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>A system with loop guards, whose counter each call resets.</summary>
internal sealed class GuardedSystem : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly BootedSystem _system;
    private Action? _disposed;

    /// <param name="world">The machine at boot.</param>
    /// <param name="boot">Boots the system with the guards.</param>
    /// <param name="disposed">Told once when the system is no longer used.</param>
    public GuardedSystem(World world, SystemFactory boot, Action? disposed = null)
    {
        LoopGuard.Reset();
        _system = new BootedSystem(world, boot);
        _disposed = disposed;
    }

    public SystemDescription Description => _system.Description;

    public IReadOnlyList<ZoneUsage> Zones => Guarded().Zones!.Zones;

    public T? Capability<T>()
        where T : class => _system.Has<T>() ? this as T : null;

    public Outcome Execute(Call call) => Guarded().Execute(call);

    public int Sockstat(Span<SocketEntry> entries) => Guarded().Sockets!.Sockstat(entries);

    public int Processes(Span<ProcessEntry> entries) => Guarded().Processes!.Processes(entries);

    public string? Audit() => Guarded().Auditor!.Audit();

    public void AddTo(ref StateHash hash) => Guarded().Hashed!.AddTo(ref hash);

    public void AddCountersTo(ref StateHash hash) => Guarded().Hashed!.AddCountersTo(ref hash);

    public void Dispose()
    {
        try
        {
            Guarded().Dispose();
        }
        finally
        {
            Interlocked.Exchange(ref _disposed, null)?.Invoke();
        }
    }

    private BootedSystem Guarded()
    {
        LoopGuard.Reset();
        return _system;
    }
}
