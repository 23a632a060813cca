using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// The multicast options of setsockopt(2) and getsockopt(2): ip_ctloutput. Other domains do not have them
/// (ENOPROTOOPT), and a TCP socket has lost them with its PCB (ECONNRESET).
/// </summary>
internal static class MulticastCalls
{
    public static bool IsMulticast(SocketOption option) =>
        option is >= SocketOption.IP_MULTICAST_IF and <= SocketOption.IP_DROP_MEMBERSHIP;

    /// <summary>An integer is too short for a membership: EINVAL.</summary>
    public static Outcome Set(Socket socket, SocketOption option, int value) =>
        IpOptionCalls.Check(socket) is not Errno.None and var error ? Outcome.Failed(error)
        : Replies.Of(OptionsOf(socket).Set(socket.Pcb!, option, value));

    /// <summary>Joins or leaves a group.</summary>
    public static Outcome SetMembership(Socket socket, SocketOption option, Ipv4 group, Ipv4 interfaceAddress) =>
        IpOptionCalls.Check(socket) is not Errno.None and var error ? Outcome.Failed(error)
        : Replies.Of(option == SocketOption.IP_ADD_MEMBERSHIP
            ? OptionsOf(socket).Join(socket.Pcb!, group, interfaceAddress)
            : OptionsOf(socket).Leave(socket.Pcb!, group, interfaceAddress));

    /// <summary>Memberships cannot be read.</summary>
    public static Outcome Get(Socket socket, SocketOption option) =>
        IpOptionCalls.Check(socket) is not Errno.None and var error ? Outcome.Failed(error)
        : option switch
        {
            SocketOption.IP_MULTICAST_IF =>
                Outcome.Named(new Endpoint(OptionsOf(socket).GetInterface(socket.Pcb!), 0)),
            SocketOption.IP_MULTICAST_TTL or SocketOption.IP_MULTICAST_LOOP =>
                Outcome.Returned(Multicast.Get(socket.Pcb!, option)),
            _ => Outcome.Failed(Errno.ENOPROTOOPT),
        };

    private static Multicast OptionsOf(Socket socket) => ((InetProtocol)socket.Protocol).Multicast;
}
