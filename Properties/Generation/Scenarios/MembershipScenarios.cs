using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.BulkScenarios;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Multicast groups: more than a socket can join, and the interface of a prisoner (S11, J9).</summary>
internal static class MembershipScenarios
{
    /// <summary>Two more than IP_MAX_MEMBERSHIPS.</summary>
    private const int Groups = 22;

    public static IEnumerable<CallGenerator> Many()
    {
        yield return run => new Call.Fork(First(run));
        yield return run => new Call.Jail(Last(run), 0, "/", "m.example", run.OwnAddress());
        yield return run => new Call.Socket(Last(run), AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default);
        yield return run => OnSocket(run, Last(run), fd => new Call.SetSockOpt(
            Last(run), fd, SocketOption.IP_MULTICAST_IF, (int)(PrisonOf(run)?.Address.Value ?? 0)));
        yield return run => OnSocket(run, Last(run), fd =>
            new Call.GetSockOpt(Last(run), fd, SocketOption.IP_MULTICAST_IF));
        yield return run => new Call.Socket(First(run), AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default);
        for (int i = 0; i < Groups; i++)
        {
            byte group = (byte)i;
            yield return run => Membership(run, SocketOption.IP_ADD_MEMBERSHIP, group);
        }

        yield return run => Membership(run, SocketOption.IP_DROP_MEMBERSHIP, run.Random.Below(Groups));
        yield return run => Membership(run, SocketOption.IP_ADD_MEMBERSHIP, Groups);
        yield return run => OnSocket(run, First(run), fd => new Call.Close(First(run), fd));
    }

    private static Call? Membership(RunContext run, SocketOption option, int group) =>
        OnSocket(run, First(run), fd => new Call.SetSockOptGroup(
            First(run), fd, option, Ipv4.Of(224, 0, 2, (byte)group), run.OwnAddress()));

    private static int Last(RunContext run) => run.State.Processes[^1].Pid;

    private static Prison? PrisonOf(RunContext run) => run.State.Processes[^1].Prison;
}
