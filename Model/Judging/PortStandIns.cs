using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>The places of a state that have ports.</summary>
internal static class PortStandIns
{
    /// <summary>How many ranges each protocol has.</summary>
    private const int Ranges = 3;

    /// <summary>The state with one port of a protocol in place of another, everywhere.</summary>
    public static State Renamed(State state, Protocol protocol, ushort from, ushort to)
    {
        return state with
        {
            Sockets =
            [
                .. state.Sockets.Select(socket => socket.Protocol != protocol ? socket : socket with
                {
                    Local = Of(socket.Local),
                    Foreign = Of(socket.Foreign),
                    Inbox = [.. socket.Inbox.Select(datagram => datagram with { Source = Of(datagram.Source) })],
                }),
            ],
            Cursors = [.. state.Cursors.Select((port, cursor) => port == from && IsOf(protocol, cursor) ? to : port)],
        };

        Endpoint Of(Endpoint endpoint) => endpoint.Port == from ? endpoint with { Port = to } : endpoint;
    }

    /// <summary>True if the state has the port anywhere.</summary>
    public static bool Has(State state, ushort port) =>
        state.Cursors.Contains(port)
        || state.Sockets.Any(socket =>
            socket.Local.Port == port || socket.Foreign.Port == port
            || socket.Inbox.Any(datagram => datagram.Source.Port == port));

    private static bool IsOf(Protocol protocol, int cursor) =>
        cursor / Ranges == State.CursorIndex(protocol, PortRangeOption.IP_PORTRANGE_DEFAULT) / Ranges;
}
