using Verify.Abi;
using Verify.Model.States;

namespace Verify.Bench;

/// <summary>
/// A call as a user of a general library would generate it: numbers chosen in advance, which are resolved in the state
/// when the call is made, so that it names existing processes and sockets. The kinds are as frequent as in the suite's
/// own generator.
/// </summary>
/// <param name="Kind">The kind of call, 0 to 165.</param>
/// <param name="Who">The process or socket, modulo their number.</param>
/// <param name="Where">The address and option, modulo their number.</param>
/// <param name="Port">The port, modulo their number.</param>
public readonly record struct Recipe(int Kind, int Who, int Where, int Port)
{
    /// <summary>One more than the highest kind.</summary>
    public const int Kinds = 166;

    /// <summary>One more than the highest of the other numbers; nearly all counts divide it.</summary>
    public const int Choices = 2520;

    private static readonly ushort[] Ports = [0, 0, 53, 80, 1023, 1024, 1025, 1026, 65535];
    private static readonly Ipv4[] Others = [Ipv4.Any, Ipv4.Any, Ipv4.Loopback, Ipv4.Of(192, 0, 2, 7)];
    private static readonly int[] Uids = [0, 1001, 1002];

    private static readonly SocketOption[] Options =
        [SocketOption.SO_REUSEADDR, SocketOption.SO_REUSEPORT, SocketOption.IP_PORTRANGE];

    /// <summary>The call in a state that has a process; null if the state has no fitting process or socket.</summary>
    public Call? In(State state)
    {
        int pid = state.Processes[Who % state.Processes.Length].Pid;
        return Kind switch
        {
            < 6 => state.Processes.Length < 5 ? new Call.Fork(pid) : null,
            < 8 => new Call.SetUid(state.Processes[^1].Pid, Uids[Where % Uids.Length]),
            < 14 => CanJail(state.Processes[^1])
                ? new Call.Jail(state.Processes[^1].Pid, 0, "/", "a.example", Address(state))
                : null,
            < 18 => new Call.SysctlWrite(
                Port % 8 == 0 ? pid : state.Processes[0].Pid, PortName(Where % 6), 1022 + Port % 7),
            < 19 => new Call.SysctlRead(pid, PortName(Where % 6)),
            < 20 => state.Processes.Length > 1 ? new Call.Exit(pid, 0) : null,
            < 34 => state.Sockets.Length < 10
                ? new Call.Socket(
                    pid,
                    AddressFamily.AF_INET,
                    Where % 2 == 0 ? SocketType.SOCK_DGRAM : SocketType.SOCK_STREAM,
                    Protocol.Default)
                : null,
            < 144 => OnSocket(state),
            < 155 => new Call.WireUdp(Outside, End(state), Data.Of("w")),
            _ => new Call.WireTcp(Outside, End(state)),
        };
    }

    private Endpoint Outside => new(Ipv4.Of(198, 51, 100, 9), (ushort)(9000 + Who % 3));

    /// <summary>Picks sockets that fit the call, as the suite's own generator does.</summary>
    private Call? OnSocket(State state)
    {
        SocketAddress address = SocketAddress.Inet(End(state));
        return Kind switch
        {
            < 37 => At(state, socket => socket.IsGone) is { } at ? new Call.Close(at.Pid, at.Fd) : null,
            < 39 => At(state, _ => true) is { } at
                ? new Call.GetSockOpt(at.Pid, at.Fd, Options[Where % Options.Length])
                : null,
            < 49 => At(state, _ => true) is { } at
                ? new Call.SetSockOpt(at.Pid, at.Fd, Options[Where % Options.Length], Port % 3)
                : null,
            < 52 => At(state, _ => true) is { } at ? new Call.GetSockName(at.Pid, at.Fd) : null,
            < 54 => At(state, socket => socket.IsConnected) is { } at ? new Call.GetPeerName(at.Pid, at.Fd) : null,
            < 78 => At(state, socket => socket.Local.IsNone && !socket.IsGone) is { } at
                ? new Call.Bind(at.Pid, at.Fd, SocketAddress.Inet(ToBind(state, at.Pid)))
                : null,
            < 92 => At(state, socket => !socket.IsConnected && !socket.IsListening && !socket.IsGone) is { } at
                ? new Call.Connect(at.Pid, at.Fd, address)
                : null,
            < 94 => At(state, socket => IsUdp(socket) && socket.IsConnected) is { } at
                ? new Call.Connect(at.Pid, at.Fd, new SocketAddress(AddressFamily.AF_UNSPEC, default, 16))
                : null,
            < 101 => At(state, socket => !IsUdp(socket) && !socket.IsConnected && !socket.IsGone) is { } at
                ? new Call.Listen(at.Pid, at.Fd, Port % 3)
                : null,
            < 113 => At(state, socket => !socket.Queue.IsEmpty) is { } at ? new Call.Accept(at.Pid, at.Fd) : null,
            < 129 => At(state, socket => IsUdp(socket) && !socket.IsConnected) is { } at
                ? new Call.SendTo(at.Pid, at.Fd, Data.Of("q"), address)
                : null,
            < 135 => At(state, socket => IsUdp(socket) && socket.IsConnected) is { } at
                ? new Call.SendTo(at.Pid, at.Fd, Data.Of("q"), null)
                : null,
            _ => At(state, socket => !socket.Inbox.IsEmpty) is { } at ? new Call.RecvFrom(at.Pid, at.Fd) : null,
        };
    }

    private static bool CanJail(Process process) =>
        process.IsHostSuperuser && process.Pid > 1 && !process.Files.Any(file => file.IsSocket);

    private static bool IsUdp(Socket socket) => socket.Protocol == Protocol.Udp;

    /// <summary>The owner of the next open socket that fits, in cyclic order.</summary>
    private Receiver? At(State state, Func<Socket, bool> fits)
    {
        for (int i = 0; i < state.Sockets.Length; i++)
        {
            Socket socket = state.Sockets[(Who + i) % state.Sockets.Length];
            if (fits(socket) && state.OwnerOf(socket.Id) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>Mostly the prison's own address, and without privilege no reserved port.</summary>
    private Endpoint ToBind(State state, int pid)
    {
        Process caller = state.FindProcess(pid)!;
        Endpoint end = End(state);
        return new Endpoint(
            caller.Prison is { } prison && Kind % 8 > 0 ? prison.Address : end.Address,
            caller.IsSuperuser || Kind % 8 == 0 ? end.Port : (ushort)(1024 + Port % 3));
    }

    private static string PortName(int variable) =>
        $"net.inet.ip.portrange.{((PortVariable)variable).ToString().ToLowerInvariant()}";

    private Endpoint End(State state) => new(Address(state), Ports[Port % Ports.Length]);

    /// <summary>An address of the host, or another significant one.</summary>
    private Ipv4 Address(State state)
    {
        int left = Where % 8;
        foreach (Interface @interface in state.World.Interfaces)
        {
            foreach (InterfaceAddress own in @interface.Addresses)
            {
                if (left-- == 0)
                {
                    return own.Address;
                }
            }
        }

        return Others[left % Others.Length];
    }
}
