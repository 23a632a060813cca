using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>bind(2), errors in order of precedence (P5, J2, J3).</summary>
internal static class BindRules
{
    public static readonly Rule BindNotPrisons = new(
        "J2.not-prisons", "In a prison, bind to an address other than the prison's or 0.0.0.0 fails with EINVAL.",
        "kern/kern_jail.c:prison_ip");
    public static readonly Rule BindGone = new(
        "P5.gone", "bind of a socket without a PCB fails with EINVAL.", "netinet/tcp_usrreq.c:tcp_usr_bind");
    public static readonly Rule NoAddresses = new(
        "P5.no-addresses",
        "bind, explicit or implied, and connect of a socket without an address fail with EADDRNOTAVAIL if no interface "
        + "has an address.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindTwice = new(
        "P5.twice", "bind of a socket that is already bound fails with EINVAL.", "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindLength = new(
        "P5.length", "bind to an address that is not 16 bytes long fails with EINVAL.", "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindForeign = new(
        "P5.foreign", "bind to an address that no interface has fails with EADDRNOTAVAIL.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindFamily = new(
        "P5.family", "bind to an interface's address with a family other than AF_INET fails with EADDRNOTAVAIL.",
        "net/if.c:ifa_ifwithaddr");
    public static readonly Rule BindReserved = new(
        "P5.reserved", "bind to a port below 1024 fails with EACCES for all but the superuser.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindReservedAllowed = new(
        "G3.reserved-allowed", "bind to a port below 1024 succeeds for the superuser, also in a prison.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindExplicit = new(
        "P5.explicit", "bind to a port of 1024 or above succeeds.", "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule BindImplied = new(
        "P1.bind-implied", "bind to port 0 chooses a port.", "netinet/in_pcb.c:in_pcbbind");

    /// <summary>The first port that needs no privilege (G3).</summary>
    private const int FirstUnreserved = 1024;

    public static Verdict Bind(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        State state = check.State;
        if ((AddressRules.CopyDenial(address) ?? BindDenial(state, socket, address)) is { } denial)
        {
            return check.Fails(denial.Error, denial.Rule);
        }

        if (LocalAddressDenial(state, socket, address, out Ipv4 local) is { } noAddress)
        {
            return check.Fails(noAddress.Error, noAddress.Rule);
        }

        if (address.Endpoint.Port == 0)
        {
            return ImpliedPortRules.BindDenial(ref check, caller, ref state, ref socket, local) is { } none
                ? check.Fails(none, state)
                : check.Must(Outcome.Ok, state, BindImplied);
        }

        var wanted = new Endpoint(local, address.Endpoint.Port);
        if (wanted.Port < FirstUnreserved && !check.Grants(caller, Privilege.LowPort))
        {
            return check.Fails(Errno.EACCES, BindReserved);
        }

        if (ReuseRules.ConflictDenial(ref check, socket, wanted) is { } taken)
        {
            return check.Fails(taken.Error, taken.Rule);
        }

        if (PortMemoryRules.IsShort(state, socket.Protocol, wanted.Port))
        {
            return check.Fails(Errno.EAGAIN, PortMemoryRules.PortMemoryShort);
        }

        Rule rule = wanted.Port < FirstUnreserved ? BindReservedAllowed : BindExplicit;
        return check.Must(Outcome.Ok, state.With(socket with { Local = wanted }), rule);
    }

    private static Denial? BindDenial(State state, Socket socket, SocketAddress address) =>
        socket.IsGone ? new Denial(Errno.EINVAL, BindGone)
        : AddressRules.IsMulticastForTcp(socket, address) ? new Denial(Errno.EAFNOSUPPORT, AddressRules.TcpNoMulticast)
        : state.Network.Own.IsEmpty ? new Denial(Errno.EADDRNOTAVAIL, NoAddresses)
        : !socket.Local.IsNone ? new Denial(Errno.EINVAL, BindTwice)
        : address.Length != SocketAddress.InetLength ? new Denial(Errno.EINVAL, BindLength)
        : null;

    /// <summary>The denial of the address, or the local address that the bind gives.</summary>
    private static Denial? LocalAddressDenial(State state, Socket socket, SocketAddress wanted, out Ipv4 local)
    {
        local = wanted.Endpoint.Address;
        Denial? unknown = wanted.Family == AddressFamily.AF_INET
            ? null
            : new Denial(Errno.EADDRNOTAVAIL, BindFamily);
        if (socket.Prison is { } prison)
        {
            bool isPrisons = local.IsAny || local == prison.Address;
            local = prison.Address;
            return isPrisons
                ? PrisonAddressRules.AddressDenial(state, prison) ?? unknown
                : new Denial(Errno.EINVAL, BindNotPrisons);
        }

        return local.IsAny || local.IsMulticast ? null
            : state.Network.IsOwn(local) || state.Network.IsConfiguredBroadcast(local) ? unknown
            : new Denial(Errno.EADDRNOTAVAIL, BindForeign);
    }
}
