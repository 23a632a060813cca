using Verify.Abi;
using Verify.Implementation;

namespace Verify.Runner.Tests;

/// <summary>A kernel that forgets the names of its sockets.</summary>
internal sealed class Forgetful(World world) : ISystem
{
    private readonly Machine _machine = new(world);

    public IReadOnlyList<ZoneUsage> Zones => _machine.Zones;

    public Outcome Execute(Call call) =>
        call is Call.GetSockName ? Outcome.Failed(Errno.EBADF) : _machine.Execute(call);

    public int Processes(Span<ProcessEntry> entries) => _machine.Processes(entries);

    public int Sockstat(Span<SocketEntry> entries) => _machine.Sockstat(entries);

    public string? Audit() => _machine.Audit();

    public void AddTo(ref StateHash hash) => _machine.AddTo(ref hash);
}
