using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>ioctl(2) that changes interfaces and their addresses: for the host's superuser alone (J4).</summary>
internal static class InterfaceChangeRules
{
    public static readonly Rule InterfaceDenied = new(
        "J4.interface-denied",
        "SIOCAIFADDR, SIOCDIFADDR and SIOCSIFFLAGS fail with EPERM for all but the superuser outside any prison.",
        "net/if.c:ifioctl");
    public static readonly Rule AddressNotUnicast = new(
        "S7.interface-not-unicast",
        "SIOCAIFADDR of 0.0.0.0, or of an address from 224.0.0.0, fails with EINVAL.", "D60");
    public static readonly Rule AddressAbsent = new(
        "S9.interface-absent", "SIOCDIFADDR of an address that the interface does not have fails with EADDRNOTAVAIL.",
        "netinet/in.c:in_control");
    public static readonly Rule AddressAdded = new(
        "S9.interface-add",
        "SIOCAIFADDR gives the interface an address or another mask, and a route to its network; the interface is up "
        + "then.",
        "netinet/in.c:in_ifinit");
    public static readonly Rule AddressWithoutRoute = new(
        "S9.interface-add-exists",
        "SIOCAIFADDR fails with EEXIST if the network has a route already; the interface has the address all the same.",
        "net/route.c:rtinit");
    public static readonly Rule AddressDeleted = new(
        "S9.interface-delete",
        "SIOCDIFADDR takes an address from the interface, and its route. Other routes keep it as their source, and "
        + "sockets and prisons as theirs.",
        "netinet/in.c:in_control");
    public static readonly Rule FlagsSet = new(
        "S9.interface-set-flags",
        "SIOCSIFFLAGS sets the flags, without those of abilities and drivers, and IFF_LOOPBACK.", "net/if.c:ifioctl");
    public static readonly Rule InterfaceDown = new(
        "S9.interface-down",
        "An interface that goes down loses its own routes and, without a message, others over its addresses that are "
        + "not static.",
        "netinet/raw_ip.c:rip_ctlinput");
    public static readonly Rule InterfaceUp = new(
        "S9.interface-up", "On an interface that comes up every address without a route gets it.",
        "netinet/raw_ip.c:rip_ctlinput");

    /// <summary>What SIOCSIFFLAGS leaves alone: IFF_CANTCHANGE of net/if.h, and IFF_LOOPBACK.</summary>
    private const InterfaceOptions Fixed =
        InterfaceOptions.IFF_BROADCAST | InterfaceOptions.IFF_POINTOPOINT | InterfaceOptions.IFF_RUNNING
        | InterfaceOptions.IFF_OACTIVE | InterfaceOptions.IFF_SIMPLEX | InterfaceOptions.IFF_MULTICAST
        | InterfaceOptions.IFF_ALLMULTI | InterfaceOptions.IFF_SMART | InterfaceOptions.IFF_LOOPBACK;

    /// <summary>ifr_flags has 16 bits.</summary>
    private const InterfaceOptions All = (InterfaceOptions)0xffff;

    private const uint FirstMulticast = 0xe000_0000;

    public static Verdict Add(ref CallCheck check, Process caller, Card card, InterfaceAddress given)
    {
        if (!check.Grants(caller, Privilege.ConfigureInterface))
        {
            return check.Fails(Errno.EPERM, InterfaceDenied);
        }

        if (given.Address.IsAny || given.Address.Value >= FirstMulticast)
        {
            return check.Fails(Errno.EINVAL, AddressNotUnicast);
        }

        var change = NetworkChange.Of(check.State);
        if (change.Network.SiteOf(card.Name, given.Address) is { } before)
        {
            change = change.Withdrawn(before);
        }

        Site site = Site.Of(card, given);
        card = card with { Flags = card.Flags | InterfaceOptions.IFF_UP };
        change = change with { Network = change.Network.With(card).With(site) };
        bool isFree = change.Network.InPlaceOf(change.Network.RouteOf(site, check.State.Clock)) is null;
        return isFree
            ? RoutingSocketRules.Told(ref check, change.Announced(site), Outcome.Ok, AddressAdded)
            : RoutingSocketRules.Told(ref check, change, Outcome.Failed(Errno.EEXIST), AddressWithoutRoute);
    }

    public static Verdict Delete(ref CallCheck check, Process caller, Card card, Ipv4 address)
    {
        if (caller.Prison is not null)
        {
            return check.Fails(Errno.EPERM, InterfaceDenied);
        }

        var change = NetworkChange.Of(check.State);
        if (change.Network.SiteOf(card.Name, address) is not { } site)
        {
            return check.Fails(Errno.EADDRNOTAVAIL, AddressAbsent);
        }

        if (!check.Grants(caller, Privilege.ConfigureInterface))
        {
            return check.Fails(Errno.EPERM, InterfaceDenied);
        }

        change = change.Withdrawn(site);
        change = change with { Network = change.Network.Without(site) };
        return RoutingSocketRules.Told(ref check, change, Outcome.Ok, AddressDeleted);
    }

    public static Verdict SetFlags(ref CallCheck check, Process caller, Card card, InterfaceOptions flags)
    {
        if (!check.Grants(caller, Privilege.ConfigureInterface))
        {
            return check.Fails(Errno.EPERM, InterfaceDenied);
        }

        var change = NetworkChange.Of(check.State);
        bool isToBeUp = flags.HasFlag(InterfaceOptions.IFF_UP);
        if (card.IsUp != isToBeUp)
        {
            check.Use(isToBeUp ? InterfaceUp : InterfaceDown);
            card = card with { Flags = card.Flags ^ InterfaceOptions.IFF_UP };
            change = change with { Network = change.Network.With(card) };
            change = (isToBeUp ? Up(change, card) : Down(change, card)).Told(card);
        }

        card = card with { Flags = (card.Flags & Fixed) | (flags & All & ~Fixed) };
        change = change with { Network = change.Network.With(card) };
        return RoutingSocketRules.Told(ref check, change, Outcome.Ok, FlagsSet);
    }

    private static NetworkChange Down(NetworkChange change, Card card)
    {
        foreach (Site site in change.Network.Sites)
        {
            if (site.Interface == card.Name && site.HasRoute)
            {
                change = change.Withdrawn(site);
                foreach (Route route in change.Network.Routes)
                {
                    if (route.IsOver(site) && !route.Flags.HasFlag(RouteOptions.RTF_STATIC))
                    {
                        change = change with { Network = change.Network.Without(route) };
                    }
                }
            }
        }

        return change;
    }

    private static NetworkChange Up(NetworkChange change, Card card)
    {
        foreach (Site site in change.Network.Sites)
        {
            if (site.Interface == card.Name && !site.HasRoute
                && change.Network.InPlaceOf(change.Network.RouteOf(site, change.Clock)) is null)
            {
                change = change.Announced(site);
            }
        }

        return change;
    }
}
