using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>A system with loop guards, whose counter each call resets.</summary>
internal sealed class GuardedSystem : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly BootedSystem _system;

    public GuardedSystem(World world, SystemFactory boot)
    {
        LoopGuard.Reset();
        _system = new BootedSystem(world, boot);
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

    public void Dispose() => Guarded().Dispose();

    private BootedSystem Guarded()
    {
        LoopGuard.Reset();
        return _system;
    }
}
