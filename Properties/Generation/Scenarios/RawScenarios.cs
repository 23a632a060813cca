using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;
using static Verify.Properties.Generation.Scenarios.BulkScenarios;
using static Verify.Properties.Generation.Scenarios.LastDescriptor;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Raw packets that chance does not make: headers that are wrong in one place, options, fragments, and the longest
/// packets, also of UDP (S11).
/// </summary>
internal static class RawScenarios
{
    private const int LargestPacket = 65535;
    private const int LongestOnEthernet = 1500;
    private const int HeaderLength = 20;
    private const int UdpHeaders = 28;

    /// <summary>Raw sockets ignore it.</summary>
    private const ushort Port = 53;

    private const int UsualSpace = 8192;

    /// <summary>Byte and value of a header that becomes wrong, or special.</summary>
    private static readonly (int At, byte Value)[] Changes =
    [
        (0, 0x65), (0, 0x44), (2, 25), (2, 19), (7, 0x20), (6, 1), (7, 0xc0), (9, 17), (9, 46), (0, 0x46),
    ];

    /// <summary>What a header with options has as such.</summary>
    private static readonly byte[][] Options =
        [[1, 1, 1, 0], [0x99, 2, 7, 0], [0x99, 4, 7, 1], [7, 3, 4, 0], [68, 4, 5, 0], [131, 3, 4, 0], [1, 0x99, 9, 0]];

    public static IEnumerable<CallGenerator> Packets()
    {
        yield return run => new Call.SysctlWrite(First(run), "net.inet.raw.maxdgram", -1);
        yield return run => RawGenerator.Socket(First(run), 0);
        yield return run => new Call.SysctlWrite(First(run), "net.inet.raw.maxdgram", UsualSpace);
        yield return run => RawGenerator.Socket(First(run), 0);
        yield return run => Option(run, SocketOption.IP_HDRINCL, 1);
        foreach ((int at, byte value) in Changes)
        {
            yield return run => Send(run, Changed(run, packet => packet[at] = value));
        }

        foreach (byte[] options in Options)
        {
            yield return run => Send(run, WithOptions(run, options));
        }

        yield return run => SendTo(run, Whole(run, LongestOnEthernet + 1), Endpoints.Stranger, default);
        yield return run => Option(run, SocketOption.IP_HDRINCL, 0);
        yield return run => Option(run, SocketOption.SO_SNDBUF, 2 * LargestPacket);
        yield return run => Send(run, Zeros(LargestPacket - HeaderLength + 1));
        yield return run => SendTo(
            run, Zeros(LongestOnEthernet - HeaderLength + 1), run.BroadcastAddress(), default);
        yield return run => SendTo(run, Data.Of("d"), Ipv4.Broadcast, MessageOptions.MSG_DONTROUTE);
        yield return run => new Call.WireIp(
            run.ForeignAddress(), run.OwnAddress(), Protocol.Default, Zeros(LargestPacket));
        yield return run => new Call.Socket(
            First(run), AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default);
        yield return run => Option(run, SocketOption.SO_SNDBUF, 2 * LargestPacket);
        yield return run => Send(run, Zeros(LargestPacket - UdpHeaders));
        yield return run => Send(run, Zeros(LargestPacket - UdpHeaders + 1));
    }

    private static Data Changed(RunContext run, Action<byte[]> change)
    {
        byte[] packet = RawGenerator.WholePacket(run).ToArray();
        change(packet);
        return Data.Of(packet);
    }

    private static Data WithOptions(RunContext run, byte[] options) => Changed(run, packet =>
    {
        packet[0] = 0x46;
        options.CopyTo(packet, HeaderLength);
    });

    /// <summary>A packet that must not be cut.</summary>
    private static Data Whole(RunContext run, int length) => Changed(run, packet =>
    {
        (packet[2], packet[3]) = ((byte)length, (byte)(length >> 8));
        packet[7] = 0x40;
    }).PaddedTo(length);

    private static Data Zeros(int length) => default(Data).PaddedTo(length);

    private static Call? Option(RunContext run, SocketOption option, int value) =>
        OnSocket(run, First(run), fd => new Call.SetSockOpt(First(run), fd, option, value));

    private static Call? Send(RunContext run, Data data) => SendTo(run, data, run.OwnAddress(), default);

    private static Call? SendTo(RunContext run, Data data, Ipv4 destination, MessageOptions options) =>
        OnSocket(run, First(run), fd => new Call.SendTo(
            First(run), fd, data, SocketAddress.Inet(new Endpoint(destination, Port)), options));
}
