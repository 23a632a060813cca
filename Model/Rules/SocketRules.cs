using Verify.Abi;

namespace Verify.Model;

/// <summary>socket(2): what there is, and what of it prisons have (J9).</summary>
internal static class SocketRules
{
    public static Verdict Socket(ref Hearing hearing, Process caller, Call.Socket call)
    {
        State state = hearing.State;
        int fd = caller.FreeDescriptor;
        if (fd >= caller.Limit)
        {
            return hearing.Fails(Errno.EMFILE, Rule.SocketNoDescriptor);
        }

        if (ProtocolOf(call) is not { } protocol)
        {
            return hearing.Fails(Errno.EPROTONOSUPPORT, Rule.SocketNoProtocol);
        }

        if (caller.Prison is not null && !IsForPrisons(call.Domain) && state.Host.UnixIpRouteOnly != 0)
        {
            return hearing.Fails(Errno.EPROTONOSUPPORT, Rule.SocketFamilyInPrison);
        }

        if (IsFull(state))
        {
            return hearing.Fails(Errno.ENOBUFS, Rule.SocketZoneFull);
        }

        if (call is { Domain: AddressFamily.AF_INET, Type: SocketType.SOCK_RAW }
            && !hearing.Grants(caller, Privilege.RawSocket))
        {
            return hearing.Fails(Errno.EPERM, Rule.SocketRawDenied);
        }

        var socket = new Socket
        {
            Id = state.LastSocket + 1,
            Family = call.Domain,
            Protocol = protocol,
            Owner = caller.Uid,
            Prison = caller.Prison,
            Buffers = Buffers.New(protocol, state.World.Tunables),
        };
        return hearing.Must(
            Outcome.Returned(fd),
            state.WithNew(socket).With(caller.With(fd, new File(socket.Id))),
            socket.IsIdle ? Rule.SocketIdleMade : Rule.SocketMade);
    }

    /// <summary>True where kern.ipc.maxsockets are in use, those included that wait to be accepted (S1).</summary>
    public static bool IsFull(State state) => state.Sockets.Length >= state.World.Tunables.MaxSockets;

    private static bool IsForPrisons(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_INET or AddressFamily.AF_ROUTE;

    /// <summary>UDP, TCP, or <see cref="Protocol.Default"/> for what is idle; null where there is none such.</summary>
    private static Protocol? ProtocolOf(Call.Socket call) => (call.Domain, call.Type, call.Protocol) switch
    {
        (AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default or Protocol.Udp) => Protocol.Udp,
        (AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default or Protocol.Tcp) => Protocol.Tcp,
        (AddressFamily.AF_INET or AddressFamily.AF_ROUTE, SocketType.SOCK_RAW, _) => Protocol.Default,
        (AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM or SocketType.SOCK_DGRAM, Protocol.Default) =>
            Protocol.Default,
        (AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, Protocol.Default) => Protocol.Default,
        _ => null,
    };
}
