using Verify.Abi;

namespace Verify.Properties.Mutants;

/// <summary>A system with loop guards woven in; every entry starts its count afresh.</summary>
internal sealed class GuardedSystem : ISystem
{
    private readonly ISystem _system;

    public GuardedSystem(World world, SystemFactory boot)
    {
        LoopGuard.Reset();
        _system = boot(world);
    }

    public IReadOnlyList<ZoneUsage> Zones => Fresh()._system.Zones;

    public Outcome Execute(Call call) => Fresh()._system.Execute(call);

    public int Sockstat(Span<SocketEntry> entries) => Fresh()._system.Sockstat(entries);

    public int Processes(Span<ProcessEntry> entries) => Fresh()._system.Processes(entries);

    public string? Audit() => Fresh()._system.Audit();

    public void AddTo(ref StateHash hash) => Fresh()._system.AddTo(ref hash);

    private GuardedSystem Fresh()
    {
        LoopGuard.Reset();
        return this;
    }
}
