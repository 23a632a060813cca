using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A queued datagram and its sender; or in a local stream a message with control data, which begins a record.
/// </summary>
internal sealed class Datagram : ZoneItem
{
    private Links<Datagram> _inBuffer;

    public Endpoint Sender { get; set; }

    public Data Data { get; set; }

    /// <summary>The control messages that came with it, each in an mbuf (S12).</summary>
    public Few<Data> Control { get; set; }

    /// <summary>The open files whose descriptors it passes; null if it passes none.</summary>
    public ZoneItem[]? Rights { get; set; }

    /// <summary>The path of the sender, if that is a local socket with one.</summary>
    public string? SenderPath { get; set; }

    /// <summary>The length of the sender's address in the buffer; 0 in a stream.</summary>
    public int SenderLength { get; set; }

    /// <summary>The bytes it occupies in the receive buffer: its data, control messages and the sender.</summary>
    public int Space => SpaceFor(Data, Control, SenderLength);

    public static int SpaceFor(Data data, in Few<Data> control, int senderLength)
    {
        int space = senderLength + data.Length;
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
        Rights = null;
        SenderPath = null;
        SenderLength = 0;
    }

    internal readonly struct InBuffer : ILinksOf<Datagram>
    {
        public static ref Links<Datagram> Of(Datagram item) => ref item._inBuffer;
    }
}
