using System.Buffers.Binary;
using System.Text;
using Verify.Abi;
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

    /// <summary>
    /// sizeof(struct sockaddr_dl), with the room for a source route that 4.0-RELEASE has, and where the name begins.
    /// </summary>
    private const int LinkLength = 54;
    private const int LinkNameAt = 8;

    private const byte LinkFamily = 18;
    private const byte Ethernet = 6;
    private const byte Loopback = 24;

    /// <summary>The messages for a datagram.</summary>
    /// <param name="pcb">The receiver.</param>
    /// <param name="source">Where the datagram comes from.</param>
    /// <param name="destination">The address that it was sent to.</param>
    /// <param name="card">The interface on which it arrives, if it is known; else negative.</param>
    public Few<Data> For(Pcb pcb, Ipv4 source, Ipv4 destination, int card)
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
            ? messages.With(Link(card < 0 ? interfaces.ArrivalOf(source, destination) : card))
            : messages;
    }

    private Data Time()
    {
        Span<byte> time = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(time, clock.Seconds);
        BinaryPrimitives.WriteInt32LittleEndian(time[sizeof(int)..], clock.Microseconds);
        return Message(SocketLevel, Timestamp, time);
    }

    /// <summary>The link-level address of an interface, as if_attach and ether_ifattach made it.</summary>
    private Data Link(int card)
    {
        string name = interfaces.NameOf(card);
        bool isLoopback = interfaces.IsLoopback(card);
        int index = card + 1;
        ReadOnlySpan<byte> hardware = isLoopback ? [] : [0, 0, 0x5e, 0, 0x53, (byte)index];
        int length = (Math.Max(LinkLength, LinkNameAt + name.Length + hardware.Length) + 3) & ~3;
        Span<byte> address = stackalloc byte[length];
        address.Clear();
        address[0] = (byte)length;
        address[1] = LinkFamily;
        BinaryPrimitives.WriteUInt16LittleEndian(address[2..], (ushort)index);
        address[4] = isLoopback ? Loopback : Ethernet;
        address[5] = (byte)name.Length;
        address[6] = (byte)hardware.Length;
        Encoding.ASCII.GetBytes(name, address[LinkNameAt..]);
        hardware.CopyTo(address[(LinkNameAt + name.Length)..]);
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
