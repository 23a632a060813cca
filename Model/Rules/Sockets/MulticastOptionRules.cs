using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The options for multicast (netinet/ip_output.c: ip_setmoptions, ip_getmoptions). UDP and TCP sockets have them.
/// </summary>
internal static class MulticastOptionRules
{
    public static readonly Rule MulticastForeign = new(
        "S11.multicast-foreign",
        "IP_MULTICAST_IF and memberships take the address of an interface; any other fails with EADDRNOTAVAIL.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule MulticastInPrison = new(
        "J9.multicast-address",
        "In a prison, IP_MULTICAST_IF and memberships take 0.0.0.0 or the prison's address; any other fails with "
        + "EADDRNOTAVAIL.",
        "D39");
    public static readonly Rule InterfaceSet = new(
        "S11.option-interface", "IP_MULTICAST_IF sets the interface for multicast datagrams; 0.0.0.0 leaves it open.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule InterfaceRead = new(
        "S11.option-interface-read",
        "getsockopt of IP_MULTICAST_IF returns the first address of the interface, or 0.0.0.0.",
        "netinet/ip_output.c:ip_getmoptions");
    public static readonly Rule InterfaceReadInPrison = new(
        "J9.option-interface-read", "In a prison, getsockopt of an IP_MULTICAST_IF that is set returns the prison's "
        + "address.",
        "D40");
    public static readonly Rule TimeToLiveBad = new(
        "S11.option-ttl-bad", "setsockopt of IP_MULTICAST_TTL to a value outside 0 to 255 fails with EINVAL.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule TimeToLiveSet = new(
        "S11.option-ttl", "IP_MULTICAST_TTL sets the time to live of multicast datagrams.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule LoopSet = new(
        "S11.option-loop", "IP_MULTICAST_LOOP is on for any value but 0.", "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule MulticastRead = new(
        "S11.option-multicast-read",
        "getsockopt returns the IP_MULTICAST_TTL that was set, or 1, and 0 or 1 for IP_MULTICAST_LOOP.",
        "netinet/ip_output.c:ip_getmoptions");
    public static readonly Rule MembershipShort = new(
        "S11.membership-short", "setsockopt of a membership fails with EINVAL because an integer is too short.",
        "kern/uipc_socket.c:sooptcopyin");
    public static readonly Rule MembershipRead = new(
        "S11.membership-read", "getsockopt of a membership fails with ENOPROTOOPT.",
        "netinet/ip_output.c:ip_getmoptions");
    public static readonly Rule MembershipNoGroup = new(
        "S11.membership-group", "Joining or leaving an address that is not multicast fails with EINVAL.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule JoinNoRoute = new(
        "S11.join-no-route",
        "Joining a group without an interface fails with EADDRNOTAVAIL if there is no route to the group.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule JoinTwice = new(
        "S11.join-twice", "Joining a group again on the same interface fails with EADDRINUSE.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule JoinTooMany = new(
        "S11.join-too-many", "Joining a group after 20 others fails with ETOOMANYREFS.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule Joins = new(
        "S11.joins", "IP_ADD_MEMBERSHIP joins a group, on the interface of the route to it if none is named.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule LeaveNoMember = new(
        "S11.leave-no-member", "Leaving a group that the socket has not joined there fails with EADDRNOTAVAIL.",
        "netinet/ip_output.c:ip_setmoptions");
    public static readonly Rule Leaves = new(
        "S11.leaves", "IP_DROP_MEMBERSHIP leaves a group: without an interface, where it was joined first.",
        "netinet/ip_output.c:ip_setmoptions");

    /// <summary>setsockopt(2) with an integer, on a socket that has a PCB.</summary>
    public static Verdict Set(ref CallCheck check, Socket socket, Call.SetSockOpt call)
    {
        MulticastSettings settings = socket.Multicast;
        switch (call.Option)
        {
            case SocketOption.IP_MULTICAST_IF:
                var address = new Ipv4((uint)call.Value);
                return InterfaceDenial(check.State, socket, address) is { } denial
                    ? check.Fails(denial)
                    : Becomes(
                        ref check,
                        socket,
                        settings with { Interface = check.State.Network.InterfaceOf(address) },
                        InterfaceSet);
            case SocketOption.IP_MULTICAST_TTL:
                return call.Value is < 0 or > byte.MaxValue
                    ? check.Fails(Errno.EINVAL, TimeToLiveBad)
                    : Becomes(ref check, socket, settings with { TimeToLive = call.Value }, TimeToLiveSet);
            case SocketOption.IP_MULTICAST_LOOP:
                return Becomes(ref check, socket, settings with { IsLooped = call.Value != 0 }, LoopSet);
            default:
                return check.Fails(Errno.EINVAL, MembershipShort);
        }
    }

    /// <summary>getsockopt(2), on a socket that has a PCB.</summary>
    public static Verdict Get(ref CallCheck check, Socket socket, SocketOption option)
    {
        State state = check.State;
        MulticastSettings settings = socket.Multicast;
        return option switch
        {
            SocketOption.IP_MULTICAST_IF when settings.Interface is not null && socket.Prison is { } prison =>
                check.Must(Named(prison.Address), state, InterfaceReadInPrison),
            SocketOption.IP_MULTICAST_IF => check.Must(
                Named((settings.Interface is { } nic ? state.Network.FirstOf(nic) : null) ?? Ipv4.Any),
                state,
                InterfaceRead),
            SocketOption.IP_MULTICAST_TTL =>
                check.Must(Outcome.Returned(settings.TimeToLive), state, MulticastRead),
            SocketOption.IP_MULTICAST_LOOP =>
                check.Must(Outcome.Returned(settings.IsLooped ? 1 : 0), state, MulticastRead),
            _ => check.Fails(Errno.ENOPROTOOPT, MembershipRead),
        };
    }

    /// <summary>setsockopt(2) with a group and an interface.</summary>
    public static Verdict SetMembership(ref CallCheck check, Socket socket, Call.SetSockOptGroup call) =>
        !socket.IsInternet
        || call.Option is not (SocketOption.IP_ADD_MEMBERSHIP or SocketOption.IP_DROP_MEMBERSHIP)
            ? check.Fails(Errno.ENOPROTOOPT, OptionRules.OptionUnknown)
        : socket.IsGone ? check.Fails(Errno.ECONNRESET, OptionRules.OptionGone)
        : !call.Group.IsMulticast ? check.Fails(Errno.EINVAL, MembershipNoGroup)
        : InterfaceDenial(check.State, socket, call.Interface) is { } denial ? check.Fails(denial)
        : call.Option == SocketOption.IP_ADD_MEMBERSHIP ? Join(ref check, socket, call)
        : Leave(ref check, socket, call);

    private static Verdict Join(ref CallCheck check, Socket socket, Call.SetSockOptGroup call)
    {
        Network network = check.State.Network;
        ImmutableArray<Membership> joined = socket.Multicast.Memberships;
        string? nic = call.Interface.IsAny ? network.InterfaceTo(call.Group) : network.InterfaceOf(call.Interface);
        return nic is null ? check.Fails(Errno.EADDRNOTAVAIL, JoinNoRoute)
            : joined.Contains(new Membership(call.Group, nic)) ? check.Fails(Errno.EADDRINUSE, JoinTwice)
            : joined.Length == MulticastSettings.MostMemberships ? check.Fails(Errno.ETOOMANYREFS, JoinTooMany)
            : Becomes(
                ref check,
                socket,
                socket.Multicast with { Memberships = joined.Add(new Membership(call.Group, nic)) },
                Joins);
    }

    private static Verdict Leave(ref CallCheck check, Socket socket, Call.SetSockOptGroup call)
    {
        string? nic = check.State.Network.InterfaceOf(call.Interface);
        ImmutableArray<Membership> joined = socket.Multicast.Memberships;
        Membership left = joined.FirstOrDefault(one =>
            one.Group == call.Group && (nic ?? one.Interface) == one.Interface);
        return left == default
            ? check.Fails(Errno.EADDRNOTAVAIL, LeaveNoMember)
            : Becomes(ref check, socket, socket.Multicast with { Memberships = joined.Remove(left) }, Leaves);
    }

    /// <summary>The denial of an address that names an interface; 0.0.0.0 names none.</summary>
    private static Denial? InterfaceDenial(State state, Socket socket, Ipv4 address) =>
        address.IsAny ? null
        : socket.Prison is { } prison && address != prison.Address
            ? new Denial(Errno.EADDRNOTAVAIL, MulticastInPrison)
        : state.Network.IsOwn(address) ? null
        : new Denial(Errno.EADDRNOTAVAIL, MulticastForeign);

    private static Outcome Named(Ipv4 address) => Outcome.Named(new Endpoint(address, 0));

    private static Verdict Becomes(ref CallCheck check, Socket socket, MulticastSettings settings, Rule rule) =>
        check.Must(Outcome.Ok, check.State.With(socket with { Multicast = settings }), rule);
}
