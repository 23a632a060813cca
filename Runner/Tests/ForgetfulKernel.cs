using Verify.Abi;
using Verify.Implementation;

namespace Verify.Runner.Tests;

/// <summary>A kernel that forgets the names of its sockets.</summary>
/// <param name="world">The machine.</param>
/// <param name="thinks">How long it takes to fail.</param>
internal sealed class ForgetfulKernel(World world, TimeSpan thinks = default)
    : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly Machine _machine = new(world);

    public IReadOnlyList<ZoneUsage> Zones => _machine.Zones;

    public Outcome Execute(Call call)
    {
        if (call is not Call.GetSockName)
        {
            return _machine.Execute(call);
        }

        Thread.Sleep(thinks);
        return Outcome.Failed(Errno.EBADF);
    }

    public void Dispose() => _machine.Dispose();

    public int Processes(Span<ProcessEntry> entries) => _machine.Processes(entries);

    public int Sockstat(Span<SocketEntry> entries) => _machine.Sockstat(entries);

    public string? Audit() => _machine.Audit();

    public void AddTo(ref StateHash hash) => _machine.AddTo(ref hash);

    public void AddCountersTo(ref StateHash hash) => _machine.AddCountersTo(ref hash);
}
