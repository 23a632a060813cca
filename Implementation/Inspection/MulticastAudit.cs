using Verify.Implementation.Domains;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks that this host is a member of exactly the groups that its sockets have joined, as often as they have.
/// </summary>
internal static class MulticastAudit
{
    /// <summary>The first inconsistency found. Mostly no PCB has options, and there is nothing to walk over.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How many PCBs have options.</param>
    /// <param name="traversals">Marks what was reached.</param>
    public static string? Check(Network network, int options, Traversals traversals)
    {
        HostGroups groups = network.Interfaces.Groups;
        if (options == 0)
        {
            return network.Udp.Multicast.Zone.Leak(0) ?? network.Tcp.Multicast.Zone.Leak(0)
                ?? network.Raw.Multicast.Zone.Leak(0) ?? groups.Zone.Leak(0);
        }

        Traversal traversal = traversals.Next();
        return Reach(network.Udp, groups, traversal)
            ?? Reach(network.Tcp, groups, traversal)
            ?? Reach(network.Raw, groups, traversal)
            ?? CheckGroups(groups, traversal);
    }

    /// <summary>Counts the memberships of a protocol's sockets at their groups.</summary>
    private static string? Reach(InetProtocol protocol, HostGroups groups, Traversal traversal)
    {
        int found = 0;
        for (Pcb? pcb = protocol.Table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (pcb.Multicast is not { } options)
            {
                continue;
            }

            found++;
            if (!options.IsAllocated || options.IsDefault || traversal.Count(options) != 1)
            {
                return $"multicast options are free, default or shared: {pcb.Local}";
            }

            for (int i = 0; i < options.Count; i++)
            {
                if (!options[i].IsAllocated || !groups.IsListed(options[i]))
                {
                    return $"membership of a group that the host is not in: {pcb.Local}";
                }

                traversal.Count(options[i]);
            }
        }

        return protocol.Multicast.Zone.Leak(found);
    }

    private static string? CheckGroups(HostGroups groups, Traversal traversal)
    {
        int found = 0;
        for (HostGroup? group = groups.First; group is not null; group = group.Next)
        {
            if (++found > groups.Zone.InUse || group.Members != traversal.NoteOf(group))
            {
                return $"memberships miscounted: {group.Address}, {traversal.NoteOf(group)} found,"
                    + $" {group.Members} counted";
            }
        }

        return groups.Zone.Leak(found);
    }
}
