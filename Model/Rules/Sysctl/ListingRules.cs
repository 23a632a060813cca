using Verify.Abi;

namespace Verify.Model;

/// <summary>What sysctl lists: on the host everything, in a prison what is the prison's (J6, J9).</summary>
internal static class ListingRules
{
    /// <summary>The ids of those that are meant and seen, lowest first.</summary>
    public static Verdict Processes(ref Hearing hearing, Process caller, Func<Process, bool> isMeant) =>
        Lists(
            ref hearing,
            " ",
            hearing.State.Processes.Where(caller.Sees).Where(isMeant).Select(process => $"{process.Pid}"),
            caller.Prison is null ? Rule.ListsProcesses : Rule.ListsProcessesOfPrison);

    /// <summary>Every interface with the addresses that the caller may have (net/rtsock.c:sysctl_iflist).</summary>
    public static Verdict Interfaces(ref Hearing hearing, Process caller)
    {
        IEnumerable<Interface> all = hearing.State.World.Interfaces;
        return Lists(
            ref hearing,
            "; ",
            all.Select(nic => Line(nic.Name, nic.Addresses.Where(address =>
                caller.Prison is null || address.Address == caller.Prison.Address))),
            caller.Prison is null ? Rule.ListsInterfaces : Rule.ListsInterfacesOfPrison);
    }

    /// <summary>
    /// The protocol's sockets that have a PCB, the newest first; in a prison those made there that are at its address:
    /// prison_xinpcb asks for the address alone (D24).
    /// </summary>
    public static Verdict Pcbs(ref Hearing hearing, Process caller, Protocol protocol) =>
        Lists(
            ref hearing,
            "; ",
            from socket in hearing.State.Sockets.Reverse()
            where socket.Protocol == protocol && !socket.IsGone
                && (caller.Prison is not { } prison
                    || (socket.Prison?.Id == prison.Id && socket.Local.Address == prison.Address))
            select $"{socket.Local} {socket.Foreign}",
            caller.Prison is null ? Rule.ListsPcbs : Rule.ListsPcbsOfPrison);

    private static string Line(string name, IEnumerable<InterfaceAddress> addresses) =>
        name + string.Concat(addresses.Select(address => $" {address.Address}/{address.PrefixLength}"));

    private static Verdict Lists(ref Hearing hearing, string separator, IEnumerable<string> lines, Rule rule) =>
        hearing.Must(Outcome.Read(string.Join(separator, lines)), hearing.State, rule);
}
