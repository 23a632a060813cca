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

    public static Verdict Interfaces(ref Hearing hearing, Process caller)
    {
        IEnumerable<Interface> all = hearing.State.World.Interfaces;
        return caller.Prison is { } prison
            ? Lists(
                ref hearing,
                "; ",
                from nic in all
                let own = nic.Addresses.Where(address => address.Address == prison.Address)
                where own.Any()
                select Line(nic.Name, own),
                Rule.ListsInterfacesOfPrison)
            : Lists(ref hearing, "; ", all.Select(nic => Line(nic.Name, nic.Addresses)), Rule.ListsInterfaces);
    }

    /// <summary>The protocol's sockets that have a PCB, the newest first.</summary>
    public static Verdict Pcbs(ref Hearing hearing, Process caller, Protocol protocol) =>
        Lists(
            ref hearing,
            "; ",
            from socket in hearing.State.Sockets.Reverse()
            where socket.Protocol == protocol && !socket.IsGone
                && (caller.Prison is null || socket.Prison?.Id == caller.Prison.Id)
            select $"{socket.Local} {socket.Foreign}",
            caller.Prison is null ? Rule.ListsPcbs : Rule.ListsPcbsOfPrison);

    private static string Line(string name, IEnumerable<InterfaceAddress> addresses) =>
        name + string.Concat(addresses.Select(address => $" {address.Address}/{address.PrefixLength}"));

    private static Verdict Lists(ref Hearing hearing, string separator, IEnumerable<string> lines, Rule rule) =>
        hearing.Must(Outcome.Read(string.Join(separator, lines)), hearing.State, rule);
}
