using Verify.Abi;
using Verify.Implementation;

namespace Verify.Runner.Tests;

/// <summary>A kernel that never comes back from getsockname.</summary>
internal sealed class Sleeper(World world) : ISystem
{
    private readonly Machine _machine = new(world);

    public IReadOnlyList<ZoneUsage> Zones => _machine.Zones;

    public Outcome Execute(Call call)
    {
        if (call is Call.GetSockName)
        {
            Thread.Sleep(Timeout.Infinite);
        }

        return _machine.Execute(call);
    }

    public int Processes(Span<ProcessEntry> entries) => _machine.Processes(entries);

    public int Sockstat(Span<SocketEntry> entries) => _machine.Sockstat(entries);

    public string? Audit() => _machine.Audit();

    public void AddTo(ref StateHash hash) => _machine.AddTo(ref hash);
}
