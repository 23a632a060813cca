using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A queued datagram and its sender.</summary>
internal sealed class Datagram : ZoneItem
{
    private Links<Datagram> _inBuffer;

    public Endpoint Sender { get; set; }

    public Data Data { get; set; }

    /// <summary>The control messages that came with it, each in an mbuf (S12).</summary>
    public Few<Data> Control { get; set; }

    /// <summary>The bytes it occupies in the receive buffer: its data, control messages and a sockaddr_in.</summary>
    public int Space => SpaceFor(Data, Control);

    public static int SpaceFor(Data data, in Few<Data> control)
    {
        int space = SocketAddress.InetLength + data.Length;
        for (int i = 0; i < control.Count; i++)
        {
            space += control[i].Length;
        }

        return space;
    }

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
