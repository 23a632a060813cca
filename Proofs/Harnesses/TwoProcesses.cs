using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// A calling process and the one it names, besides process 1, each of any user, on the host or in one of two prisons
/// with the same address.
/// </summary>
internal sealed class TwoProcesses
{
    public TwoProcesses(byte prison, int uid, byte otherPrison, int otherUid)
    {
        var prisons = new Prisons(null!, int.MaxValue);
        Prison first = prisons.Create(new Ipv4(0x0a00_0001))!;
        Prison second = prisons.Create(new Ipv4(0x0a00_0001))!;
        Table = new ProcessTable();
        Caller = Table.Create(Table.First!);
        Other = Table.Create(Table.First!);
        Caller.Credentials = new Credentials(uid, 0, prison == 1 ? first : prison == 2 ? second : null);
        Caller.Ids = new ProcessIds(uid, uid, 0, 0);
        Other.Ids = new ProcessIds(otherUid, otherUid, 0, 0);
        Other.Credentials = new Credentials(otherUid, 0, otherPrison == 1 ? first : otherPrison == 2 ? second : null);
    }

    public ProcessTable Table { get; }

    public Process Caller { get; }

    public Process Other { get; }
}
