using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;
using static Verify.Model.States.ControlMessages;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The control data that comes with a UDP datagram: what each receiver's own options ask for when it arrives, in a
/// fixed order. IP_RECVOPTS and IP_RECVRETOPTS bring nothing.
/// </summary>
internal static class DatagramControlRules
{
    public static readonly Rule ComesWithTime = new(
        "S12.time", "With SO_TIMESTAMP, a datagram comes with the time of its arrival.",
        "netinet/ip_input.c:ip_savecontrol");
    public static readonly Rule ComesWithDestination = new(
        "S12.destination", "With IP_RECVDSTADDR, a datagram comes with the destination address of its packet.",
        "netinet/ip_input.c:ip_savecontrol");
    public static readonly Rule ComesWithInterface = new(
        "S12.interface",
        "With IP_RECVIF, a datagram comes with the link-level address of the interface on which it arrives.",
        "netinet/ip_input.c:ip_savecontrol");

    private const int SocketLevel = 0xffff;
    private const int IpLevel = 0;
    private const int TimeType = 2;
    private const int DestinationType = 7;
    private const int InterfaceType = 20;

    private const int Second = 1_000_000;

    /// <summary>The control data for one receiver.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="destination">The destination in the packet.</param>
    /// <param name="nic">The interface on which it arrives.</param>
    public static Data For(ref CallCheck check, Socket receiver, Ipv4 destination, string nic)
    {
        Data all = default;
        if (receiver.Options.Contains(SocketOption.SO_TIMESTAMP))
        {
            check.Use(ComesWithTime);
            all = Message(SocketLevel, TimeType, Time(check.State.Clock));
        }

        if (receiver.Ip.Wanted.Contains(SocketOption.IP_RECVDSTADDR))
        {
            check.Use(ComesWithDestination);
            byte[] address = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(address, destination.Value);
            all = all.Then(Message(IpLevel, DestinationType, address));
        }

        if (receiver.Ip.Wanted.Contains(SocketOption.IP_RECVIF))
        {
            check.Use(ComesWithInterface);
            all = all.Then(Message(IpLevel, InterfaceType, LinkAddresses.Of(check.State.Network.CardOf(nic))));
        }

        return all;
    }

    /// <summary>A struct timeval; its seconds have 32 bits.</summary>
    private static byte[] Time(long clock) => Integers(unchecked((int)(clock / Second)), (int)(clock % Second));

    /// <summary>A header and a content, whose length is a multiple of four.</summary>
    private static Data Message(int level, int type, byte[] content) =>
        Data.Of([.. Integers(HeaderSize + content.Length, level, type), .. content]);

    private static byte[] Integers(params ReadOnlySpan<int> numbers)
    {
        byte[] bytes = new byte[numbers.Length * sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return bytes;
    }
}
