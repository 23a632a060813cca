using Verify.Abi;

namespace Verify.Properties.Mutants;

/// <summary>A system with loop guards, whose counter each call resets.</summary>
internal sealed class GuardedSystem : ISystem
{
    private readonly ISystem _system;

    public GuardedSystem(World world, SystemFactory boot)
    {
        LoopGuard.Reset();
        _system = boot(world);
    }

    public IReadOnlyList<ZoneUsage> Zones => Reset()._system.Zones;

    public Outcome Execute(Call call) => Reset()._system.Execute(call);

    public int Sockstat(Span<SocketEntry> entries) => Reset()._system.Sockstat(entries);

    public int Processes(Span<ProcessEntry> entries) => Reset()._system.Processes(entries);

    public string? Audit() => Reset()._system.Audit();

    public void AddTo(ref StateHash hash) => Reset()._system.AddTo(ref hash);

    private GuardedSystem Reset()
    {
        LoopGuard.Reset();
        return this;
    }
}
