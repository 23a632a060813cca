using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>The datagrams queued at a socket, oldest first: FreeBSD's struct sockbuf.</summary>
internal struct ReceiveBuffer
{
    private IntrusiveQueue<Datagram, Datagram.InBuffer> _datagrams;

    public readonly Datagram? First => _datagrams.First;

    /// <summary>Bytes in use.</summary>
    public int Used { get; private set; }

    public readonly bool HasRoom(Data data, int space) => Used + Datagram.SpaceFor(data) <= space;

    public void Append(Datagram datagram)
    {
        _datagrams.Append(datagram);
        Used += datagram.Space;
    }

    public void Remove(Datagram datagram)
    {
        _datagrams.Remove(datagram);
        Used -= datagram.Space;
    }
}
