using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A queued datagram and its sender.</summary>
internal sealed class Datagram : ZoneItem
{
    private Links<Datagram> _inBuffer;

    public Endpoint Sender { get; set; }

    public Data Data { get; set; }

    /// <summary>The control data that came with it (S12).</summary>
    public Data Control { get; set; }

    /// <summary>The bytes it occupies in the receive buffer: its data and a sockaddr_in.</summary>
    public int Space => SpaceFor(Data);

    public static int SpaceFor(Data data) => SocketAddress.InetLength + data.Length;

    /// <summary>The datagram that arrived after it.</summary>
    public Datagram? Next => _inBuffer.Next;

    internal override void Clear()
    {
        Sender = default;
        Data = default;
        Control = default;
    }

    internal readonly struct InBuffer : ILinksOf<Datagram>
    {
        public static ref Links<Datagram> Of(Datagram item) => ref item._inBuffer;
    }
}
