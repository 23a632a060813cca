using System.Buffers.Binary;
using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// The control data of a received datagram (S12): ip_savecontrol. One message for each option of the socket that is set
/// when the datagram arrives, in the byte order of i386.
/// </summary>
internal sealed class ReceivedControl(Interfaces interfaces, Clock clock)
{
    private const int SocketLevel = 0xffff;
    private const int IpLevel = 0;

    /// <summary>SCM_TIMESTAMP, IP_RECVDSTADDR and IP_RECVIF.</summary>
    private const int Timestamp = 2;
    private const int Destination = 7;
    private const int Interface = 20;

    /// <summary>sizeof(struct cmsghdr), in bytes.</summary>
    private const int HeaderLength = 12;

    /// <summary>The messages for a datagram.</summary>
    /// <param name="pcb">The receiver.</param>
    /// <param name="destination">The address that it was sent to.</param>
    /// <param name="card">The interface on which it arrives; negative if this host has sent it to itself.</param>
    public Few<Data> For(Pcb pcb, Ipv4 destination, int card)
    {
        Few<Data> messages = default;
        bool hasTime = (pcb.Socket.Options & SocketOptions.TimeStamp) != 0;
        if (!hasTime && pcb.Options == PcbOptions.None)
        {
            return messages;
        }

        if (hasTime)
        {
            messages = messages.With(Time());
        }

        if ((pcb.Options & PcbOptions.ReceiveDestination) != 0)
        {
            Span<byte> address = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(address, destination.Value);
            messages = messages.With(Message(IpLevel, Destination, address));
        }

        return (pcb.Options & PcbOptions.ReceiveInterface) != 0
            ? messages.With(Link(card < 0 ? interfaces.ArrivalOf(destination) : card))
            : messages;
    }

    private Data Time()
    {
        Span<byte> time = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(time, clock.Seconds);
        BinaryPrimitives.WriteInt32LittleEndian(time[sizeof(int)..], clock.Microseconds);
        return Message(SocketLevel, Timestamp, time);
    }

    private Data Link(int number)
    {
        Card card = interfaces.Cards[number];
        Span<byte> address = stackalloc byte[LinkAddress.LengthOf(card)];
        address.Clear();
        LinkAddress.Write(card, address);
        return Message(IpLevel, Interface, address);
    }

    /// <summary>sbcreatecontrol.</summary>
    private static Data Message(int level, int type, ReadOnlySpan<byte> content)
    {
        Span<byte> message = stackalloc byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message[4..], level);
        BinaryPrimitives.WriteInt32LittleEndian(message[8..], type);
        content.CopyTo(message[HeaderLength..]);
        return Data.Of(message);
    }
}
