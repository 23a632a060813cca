using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>
/// Changes interfaces, their addresses and with them routes, and tells routing sockets: in_control, if_up and if_down,
/// rip_ctlinput (S7, S9).
/// </summary>
internal sealed class InterfaceControl(Interfaces interfaces, Announcements announcements)
{
    private RouteChanges Changes => interfaces.Changes;

    /// <summary>
    /// Gives an interface an address, which brings it up without a word. An address that it has begins again with the
    /// new mask. EEXIST if the network has a route: the address is there all the same.
    /// </summary>
    public Errno Add(Card card, InterfaceAddress address, ref Traffic traffic)
    {
        InetAddress? own = interfaces.Find(card, address.Address);
        if (own is not null)
        {
            DeleteRoute(own, ref traffic);
        }

        own ??= interfaces.Attach();
        own.Initialize(card, address);
        card.SetUp(true);
        return AddRoute(own, ref traffic);
    }

    /// <summary>Takes an address from an interface; EADDRNOTAVAIL if it has not got it.</summary>
    public void Delete(InetAddress own, ref Traffic traffic)
    {
        DeleteRoute(own, ref traffic);
        interfaces.Detach(own);
    }

    /// <summary>
    /// Replaces the flags of an interface. If it goes down, its addresses lose their routes, and routes over them that
    /// are not static go as well; if it comes up, each address without a route gets one.
    /// </summary>
    public void SetFlags(Card card, InterfaceOptions flags, ref Traffic traffic)
    {
        bool isUp = (flags & InterfaceOptions.IFF_UP) != 0;
        if (card.IsUp && !isUp)
        {
            TakeDown(card, ref traffic);
        }
        else if (!card.IsUp && isUp)
        {
            BringUp(card, ref traffic);
        }

        card.SetFlags(flags);
    }

    public static bool MayChange(ICaller caller) =>
        Privileges.Allows(caller.Credentials, Privilege.ConfigureInterface);

    private void TakeDown(Card card, ref Traffic traffic)
    {
        card.SetUp(false);
        foreach (InetAddress own in interfaces.Addresses)
        {
            if (ReferenceEquals(own.Card, card) && own.HasRoute)
            {
                DeleteRoute(own, ref traffic);
                Changes.Abandon(own);
            }
        }

        announcements.Changed(card, ref traffic);
    }

    private void BringUp(Card card, ref Traffic traffic)
    {
        card.SetUp(true);
        foreach (InetAddress own in interfaces.Addresses)
        {
            if (ReferenceEquals(own.Card, card) && !own.HasRoute)
            {
                AddRoute(own, ref traffic);
            }
        }

        announcements.Changed(card, ref traffic);
    }

    private Errno AddRoute(InetAddress own, ref Traffic traffic)
    {
        Errno error = Changes.AddRouteOf(own, out Route? route);
        if (route is not null)
        {
            announcements.Added(own, route, ref traffic);
        }

        return error;
    }

    private void DeleteRoute(InetAddress own, ref Traffic traffic)
    {
        if (Changes.DeleteRouteOf(own) is { } route)
        {
            announcements.Deleted(own, route, ref traffic);
            Changes.FreeIfAny(route);
        }
    }
}
