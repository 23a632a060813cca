using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What holds of the ends and ports of a host's sockets.</summary>
internal sealed partial class ProofHost
{
    /// <summary>True for ends that an outside host's socket can have.</summary>
    public static bool IsOutside(Endpoint source) => !source.Address.IsAny & source.Port != 0;

    /// <summary>True if a port is in a range; ranges count in either direction.</summary>
    public static bool IsOfRange(ushort port, PortRangeOption range) =>
        range == PortRangeOption.IP_PORTRANGE_DEFAULT ? port is 1024 or 1025
        : range == PortRangeOption.IP_PORTRANGE_HIGH ? port is 49152 or 49153
        : port is 1022 or 1023;

    /// <summary>True if a receiver is not jailed or has the destination address.</summary>
    public static bool MayReceive(Pcb? receiver, Endpoint destination) =>
        receiver is null
        || destination.Address == AddressIn(receiver.Socket.Owner.Prison, destination.Address);

    private static bool IsConfined(Pcb pcb) =>
        pcb.Socket.Owner.Prison is not { } prison
        || (pcb.IsBound ? pcb.Local.Address == prison.Address : pcb.Local.IsNone);

    private static bool IsOfAStart(Pcb pcb)
    {
        Socket socket = pcb.Socket;
        bool isConnected = pcb.Foreign.Port != 0;
        return ReferenceEquals(socket.Pcb, pcb) & socket.IsConnected == isConnected
            & (pcb.IsBound | !isConnected)
            & (!socket.IsListening | (pcb.IsBound & !isConnected & !socket.Protocol.CarriesDatagrams));
    }
}
