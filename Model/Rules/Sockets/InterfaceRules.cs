using System.Globalization;
using Verify.Abi;
using Verify.Model.Rules.Files;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>ioctl(2) that asks for interfaces: what a process may know of them (J9, net/if.c:ifioctl).</summary>
internal static class InterfaceRules
{
    public static readonly Rule InterfaceUnknown = new(
        "S9.interface-unknown",
        "ioctl with the name of an interface fails with ENXIO if there is none with that name and unit, on any socket.",
        "net/if.c:ifunit");
    public static readonly Rule InterfaceOfOthers = new(
        "S9.interface-protocol",
        "SIOCAIFADDR, SIOCDIFADDR and SIOCGIFADDR fail with EOPNOTSUPP on sockets that are not of the Internet.",
        "kern/uipc_socket2.c:pru_control_notsupp");
    public static readonly Rule InterfaceNoSocket = new(
        "S9.interface-no-socket",
        "ioctl on interfaces fails with ENOTTY on the console, a file and a directory, and with ENODEV on the null "
        + "device.",
        "kern/vfs_vnops.c:vn_ioctl");
    public static readonly Rule InterfaceNoAddress = new(
        "S9.interface-no-address", "SIOCGIFADDR fails with EADDRNOTAVAIL if the interface has no address.",
        "netinet/in.c:in_control");
    public static readonly Rule InterfaceAddressShown = new(
        "S9.interface-address", "SIOCGIFADDR returns the address that the interface has had longest.",
        "netinet/in.c:in_control");
    public static readonly Rule InterfaceAddressInPrison = new(
        "J9.interface-address-in-prison",
        "In a prison SIOCGIFADDR returns the prison's address if the interface has it, and otherwise fails with "
        + "EADDRNOTAVAIL.",
        "D59");
    public static readonly Rule InterfaceFlagsShown = new(
        "S9.interface-flags", "SIOCGIFFLAGS returns the flags of an interface, on any socket and to everybody.",
        "net/if.c:ifioctl");
    public static readonly Rule InterfacesListed = new(
        "S9.interface-list",
        "SIOCGIFCONF lists the interfaces by index, each with its link-level address and its own in their order, as "
        + "far as there is room.",
        "net/if.c:ifconf");
    public static readonly Rule InterfacesListedInPrison = new(
        "J9.interface-list-in-prison",
        "In a prison SIOCGIFCONF lists every interface, and of the addresses of the Internet the prison's alone.",
        "net/if.c:ifconf");

    /// <summary>What an entry with a link-level address ends with.</summary>
    private const string Link = " link";

    /// <summary>The room of an entry of SIOCGIFCONF (struct ifreq), in bytes.</summary>
    private const int EntrySize = 32;

    /// <summary>What an entry with a link-level address has besides: its address is longer than 16 bytes.</summary>
    private const int LinkSurplus = LinkAddresses.NamedSize - 16;

    /// <summary>The largest number of an interface.</summary>
    private const int LargestUnit = 1_000_000;

    /// <summary>On what is no socket.</summary>
    public static Verdict NoSocket(ref CallCheck check, DescriptorEntry file) => check.Fails(
        FlagRules.IsNullDevice(check.State, file) ? Errno.ENODEV : Errno.ENOTTY, InterfaceNoSocket);

    /// <summary>A request with the name of an interface.</summary>
    public static Verdict Named(ref CallCheck check, Process caller, Socket socket, Call.OnInterface call) =>
        Find(check.State.Network, call.Name) is not { } card ? check.Fails(Errno.ENXIO, InterfaceUnknown)
        : call switch
        {
            Call.IoctlGetInterfaceFlags => check.Must(
                Outcome.Returned((int)card.Flags), check.State, InterfaceFlagsShown),
            Call.IoctlSetInterfaceFlags set => InterfaceChangeRules.SetFlags(ref check, caller, card, set.Flags),
            _ when socket.Family != AddressFamily.AF_INET => check.Fails(Errno.EOPNOTSUPP, InterfaceOfOthers),
            Call.IoctlGetAddress => Address(ref check, caller, card),
            Call.IoctlAddAddress add => InterfaceChangeRules.Add(ref check, caller, card, add.Address),
            Call.IoctlDeleteAddress delete => InterfaceChangeRules.Delete(ref check, caller, card, delete.Address),
            _ => throw new ArgumentException("a request without rules", nameof(call)),
        };

    /// <summary>SIOCGIFCONF: every address takes its room while more than that of a short entry is left.</summary>
    public static Verdict List(ref CallCheck check, Process caller, int room)
    {
        Network network = check.State.Network;
        List<string> entries = [];
        foreach (Card card in network.Cards)
        {
            foreach (string entry in EntriesOf(network, card, caller.Prison))
            {
                int size = EntrySize + (entry.EndsWith(Link, StringComparison.Ordinal) ? LinkSurplus : 0);
                if (room <= EntrySize || room < size)
                {
                    break;
                }

                entries.Add(entry);
                room -= size;
            }
        }

        return check.Must(
            Outcome.Read(string.Join(", ", entries)),
            check.State,
            caller.Prison is null ? InterfacesListed : InterfacesListedInPrison);
    }

    private static IEnumerable<string> EntriesOf(Network network, Card card, Prison? prison) =>
        network.Sites.Where(site => site.Interface == card.Name)
            .Where(site => prison is null || site.Address == prison.Address)
            .Select(site => $"{card.Name} {site.Address}")
            .Prepend(card.Name + Link);

    private static Verdict Address(ref CallCheck check, Process caller, Card card)
    {
        Network network = check.State.Network;
        if (caller.Prison is not { } prison)
        {
            return network.FirstOf(card.Name) is { } first
                ? check.Must(Outcome.Named(new Endpoint(first, 0)), check.State, InterfaceAddressShown)
                : check.Fails(Errno.EADDRNOTAVAIL, InterfaceNoAddress);
        }

        return network.SiteOf(card.Name, prison.Address) is null
            ? check.Fails(Errno.EADDRNOTAVAIL, InterfaceAddressInPrison)
            : check.Must(Outcome.Named(new Endpoint(prison.Address, 0)), check.State, InterfaceAddressInPrison);
    }

    /// <summary>The interface that a name means: that with the same letters and the same number behind them.</summary>
    private static Card? Find(Network network, string name)
    {
        if (network.FindCard(name) is { } card)
        {
            return card;
        }

        return UnitOf(name) is { } unit
            ? network.Cards.FirstOrDefault(one => UnitOf(one.Name) == unit)
            : null;
    }

    /// <summary>The letters and the number of a name; null if it has not both.</summary>
    private static (string Letters, int Number)? UnitOf(string name)
    {
        string letters = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length > 0
            && int.TryParse(
                name.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int unit)
            && unit <= LargestUnit
                ? (letters, unit)
                : null;
    }
}
