namespace Verify.Implementation.Sockets;

/// <summary>The packet a call has sent, and the socket that has received a packet.</summary>
internal struct Traffic
{
    public Packet? Sent;
    public Socket? Receiver;
}
