using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// The options of IPPROTO_IP with a plain integer: ip_ctloutput. Other domains do not have them (ENOPROTOOPT), and a
/// TCP socket has lost them with its PCB (ECONNRESET).
/// </summary>
internal static class IpOptionCalls
{
    public static bool IsPlain(SocketOption option) =>
        option is SocketOption.IP_TOS or SocketOption.IP_TTL || FlagOf(option) != PcbOptions.None;

    /// <summary>The time to live and the type of service are cut to eight bits.</summary>
    public static Outcome Set(Socket socket, SocketOption option, int value)
    {
        Errno error = Check(socket, option);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        Pcb pcb = socket.Pcb!;
        switch (option)
        {
            case SocketOption.IP_TOS:
                pcb.TypeOfService = (byte)value;
                break;
            case SocketOption.IP_TTL:
                pcb.TimeToLive = (byte)value;
                break;
            default:
                pcb.Options = value != 0 ? pcb.Options | FlagOf(option) : pcb.Options & ~FlagOf(option);
                break;
        }

        return Outcome.Ok;
    }

    public static Outcome Get(Socket socket, SocketOption option)
    {
        Errno error = Check(socket, option);
        return Replies.Of(error, error != Errno.None ? 0 : option switch
        {
            SocketOption.IP_TOS => socket.Pcb!.TypeOfService,
            SocketOption.IP_TTL => socket.Pcb!.TimeToLive,
            SocketOption.IP_HDRINCL => (int)(socket.Pcb!.Options & PcbOptions.HeaderIncluded),
            _ => (socket.Pcb!.Options & FlagOf(option)) != 0 ? 1 : 0,
        });
    }

    /// <summary>The error of a socket that has no IP options.</summary>
    public static Errno Check(Socket socket) =>
        socket.Protocol.Family != AddressFamily.AF_INET ? Errno.ENOPROTOOPT
        : socket.Pcb is null ? Errno.ECONNRESET
        : Errno.None;

    /// <summary>The same for an option: only raw sockets have IP_HDRINCL.</summary>
    private static Errno Check(Socket socket, SocketOption option) =>
        Check(socket) is not Errno.None and var error ? error
        : option == SocketOption.IP_HDRINCL && socket.Protocol.Type != SocketType.SOCK_RAW ? Errno.ENOPROTOOPT
        : Errno.None;

    private static PcbOptions FlagOf(SocketOption option) => option switch
    {
        SocketOption.IP_HDRINCL => PcbOptions.HeaderIncluded,
        SocketOption.IP_RECVOPTS => PcbOptions.ReceiveOptions,
        SocketOption.IP_RECVRETOPTS => PcbOptions.ReceiveReturnOptions,
        SocketOption.IP_RECVDSTADDR => PcbOptions.ReceiveDestination,
        SocketOption.IP_RECVIF => PcbOptions.ReceiveInterface,
        _ => PcbOptions.None,
    };
}
