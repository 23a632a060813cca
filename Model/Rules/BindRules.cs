using Verify.Abi;

namespace Verify.Model;

/// <summary>bind(2), in the order in which its errors win (P5, J2, J3).</summary>
internal static class BindRules
{
    /// <summary>The first port that needs no privilege (G3).</summary>
    private const int FirstUnreserved = 1024;

    public static Verdict Bind(ref Hearing hearing, Process caller, Socket socket, SocketAddress address)
    {
        State state = hearing.State;
        if ((AddressArgument.WhyUncopied(address) ?? WhyUnbindable(state, socket, address)) is { } denial)
        {
            return hearing.Fails(denial.Error, denial.Rule);
        }

        if (WhyNoAddress(state, socket, address, out Ipv4 local) is { } noAddress)
        {
            return hearing.Fails(noAddress.Error, noAddress.Rule);
        }

        if (address.Endpoint.Port == 0)
        {
            return ImpliedPort.WhyNone(ref hearing, caller, ref state, ref socket, local) is { } none
                ? hearing.Fails(none, state)
                : hearing.Must(Outcome.Ok, state, Rule.BindImplied);
        }

        var wanted = new Endpoint(local, address.Endpoint.Port);
        if (wanted.Port < FirstUnreserved && !hearing.Grants(caller, Privilege.LowPort))
        {
            return hearing.Fails(Errno.EACCES, Rule.BindReserved);
        }

        if (ReuseRules.WhyTaken(ref hearing, socket, wanted) is { } taken)
        {
            return hearing.Fails(taken.Error, taken.Rule);
        }

        if (PortMemory.IsShort(state, socket.Protocol, wanted.Port))
        {
            return hearing.Fails(Errno.EAGAIN, Rule.PortMemoryShort);
        }

        Rule rule = wanted.Port < FirstUnreserved ? Rule.BindReservedAllowed : Rule.BindExplicit;
        return hearing.Must(Outcome.Ok, state.With(socket with { Local = wanted }), rule);
    }

    private static Denial? WhyUnbindable(State state, Socket socket, SocketAddress address) =>
        socket.IsGone ? new Denial(Errno.EINVAL, Rule.BindGone)
        : AddressArgument.IsMulticastForTcp(socket, address) ? new Denial(Errno.EAFNOSUPPORT, Rule.TcpNoMulticast)
        : state.Network.Own.IsEmpty ? new Denial(Errno.EADDRNOTAVAIL, Rule.NoAddresses)
        : !socket.Local.IsNone ? new Denial(Errno.EINVAL, Rule.BindTwice)
        : address.Length != SocketAddress.InetLength ? new Denial(Errno.EINVAL, Rule.BindLength)
        : null;

    /// <summary>The local address that a bind means, if it means one.</summary>
    private static Denial? WhyNoAddress(State state, Socket socket, SocketAddress wanted, out Ipv4 local)
    {
        local = wanted.Endpoint.Address;
        Denial? unknown = wanted.Family == AddressFamily.AF_INET
            ? null
            : new Denial(Errno.EADDRNOTAVAIL, Rule.BindFamily);
        if (socket.Prison is { } prison)
        {
            bool isPrisons = local.IsAny || local == prison.Address;
            local = prison.Address;
            return isPrisons
                ? PrisonAddress.WhyUnusable(state, prison) ?? unknown
                : new Denial(Errno.EINVAL, Rule.BindNotPrisons);
        }

        return local.IsAny || local.IsMulticast ? null
            : state.Network.IsOwn(local) || state.Network.IsConfiguredBroadcast(local) ? unknown
            : new Denial(Errno.EADDRNOTAVAIL, Rule.BindForeign);
    }
}
