using Verify.Abi;

namespace Verify.Model;

/// <summary>socket(2).</summary>
internal static class SocketRules
{
    public static Verdict Socket(ref Hearing hearing, Process caller, Call.Socket call)
    {
        State state = hearing.State;
        int fd = caller.FreeDescriptor;
        if (fd >= state.World.Tunables.MaxFilesPerProcess)
        {
            return hearing.Fails(Errno.EMFILE, Rule.SocketNoDescriptor);
        }

        if (ProtocolOf(call) is not { } protocol)
        {
            return hearing.Fails(Errno.EPROTONOSUPPORT, Rule.SocketNoProtocol);
        }

        if (IsFull(state))
        {
            return hearing.Fails(Errno.ENOBUFS, Rule.SocketZoneFull);
        }

        var socket = new Socket
        {
            Id = state.LastSocket + 1,
            Protocol = protocol,
            Owner = caller.Uid,
            Prison = caller.Prison,
        };
        return hearing.Must(
            Outcome.Returned(fd), state.WithNew(socket).With(caller.With(fd, new File(socket.Id))), Rule.SocketMade);
    }

    /// <summary>True where kern.ipc.maxsockets are in use, those included that wait to be accepted (S1).</summary>
    public static bool IsFull(State state) => state.Sockets.Length >= state.World.Tunables.MaxSockets;

    private static Protocol? ProtocolOf(Call.Socket call) => (call.Domain, call.Type, call.Protocol) switch
    {
        (AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default or Protocol.Udp) => Protocol.Udp,
        (AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default or Protocol.Tcp) => Protocol.Tcp,
        _ => null,
    };
}
