using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>What one call sent, and the socket that got what was sent or came in.</summary>
internal struct Traffic
{
    public Packet? Sent;
    public Socket? Receiver;
}
