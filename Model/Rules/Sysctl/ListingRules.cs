using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sysctl;

/// <summary>The listings of sysctl: on the host everything, in a prison what belongs to it (J6, J9).</summary>
internal static class ListingRules
{
    public static readonly Rule ListsProcesses = new(
        "J6.lists-processes", "On the host, sysctl kern.proc lists every process.",
        "kern/kern_proc.c:sysctl_kern_proc");
    public static readonly Rule ListsProcessesOfPrison = new(
        "J6.lists-processes-of-prison", "In a prison, sysctl kern.proc lists the processes of the prison.",
        "kern/kern_proc.c:sysctl_kern_proc");
    public static readonly Rule ListsInterfaces = new(
        "J9.lists-interfaces", "On the host, sysctl lists every interface with all its addresses.",
        "net/rtsock.c:sysctl_iflist");
    public static readonly Rule ListsInterfacesOfPrison = new(
        "J9.lists-interfaces-of-prison", "In a prison, sysctl lists every interface, but only the prison's address.",
        "net/rtsock.c:sysctl_iflist");
    public static readonly Rule ListsPcbs = new(
        "J9.lists-pcbs", "On the host, sysctl lists every PCB of a protocol, the newest first.",
        "netinet/udp_usrreq.c:udp_pcblist");
    public static readonly Rule ListsPcbsOfPrison = new(
        "J9.lists-pcbs-of-prison",
        "In a prison, sysctl lists the PCBs of sockets that were created there and have its address.", "D24");

    /// <summary>The pids of the visible processes that match, lowest first.</summary>
    public static Verdict Processes(ref CallCheck check, Process caller, Func<Process, bool> isMeant) =>
        Lists(
            ref check,
            " ",
            check.State.Processes.Where(caller.Sees).Where(isMeant).Select(process => $"{process.Pid}"),
            caller.Prison is null ? ListsProcesses : ListsProcessesOfPrison);

    /// <summary>Every interface with the addresses that the caller may use (net/rtsock.c:sysctl_iflist).</summary>
    public static Verdict Interfaces(ref CallCheck check, Process caller)
    {
        Network network = check.State.Network;
        return Lists(
            ref check,
            "; ",
            network.Cards.Select(card => Line(card.Name, network.Sites.Where(site =>
                site.Interface == card.Name && (caller.Prison is not { } prison || site.Address == prison.Address)))),
            caller.Prison is null ? ListsInterfaces : ListsInterfacesOfPrison);
    }

    /// <summary>
    /// The sockets of a protocol that have a PCB, the newest first; in a prison those created there with its address:
    /// prison_xinpcb checks the address alone (D24).
    /// </summary>
    public static Verdict Pcbs(ref CallCheck check, Process caller, Protocol protocol) =>
        Lists(
            ref check,
            "; ",
            from socket in check.State.Sockets.Reverse()
            where socket.Protocol == protocol && !socket.IsGone
                && (caller.Prison is not { } prison
                    || (socket.Prison?.Id == prison.Id && socket.Local.Address == prison.Address))
            select $"{socket.Local} {socket.Foreign}",
            caller.Prison is null ? ListsPcbs : ListsPcbsOfPrison);

    private static string Line(string name, IEnumerable<Site> sites) =>
        name + string.Concat(sites.Select(site => $" {site.Address}/{site.NetworkPrefix}"));

    private static Verdict Lists(ref CallCheck check, string separator, IEnumerable<string> lines, Rule rule) =>
        check.Must(Outcome.Read(string.Join(separator, lines)), check.State, rule);
}
