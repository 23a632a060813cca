using Verify.Abi;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>The checksum of a datagram that arrives (S11): pseudo header, header and data are summed.</summary>
internal static class UdpChecksum
{
    private const byte ProtocolNumber = (byte)Protocol.Udp;

    /// <summary>sizeof(struct udphdr).</summary>
    private const int HeaderLength = 8;

    /// <summary>True for the right checksum, and for 0: the sender has computed none.</summary>
    public static bool Accepts(ushort checksum, Endpoint source, Endpoint destination, Data data)
    {
        if (checksum == 0)
        {
            return true;
        }

        ushort length = (ushort)(HeaderLength + data.Length);
        InternetSum sum = default;
        AddWord(ref sum, InternetChecksum.SumOfPseudoHeader(
            source.Address, destination.Address, ProtocolNumber, length));
        AddWord(ref sum, source.Port);
        AddWord(ref sum, destination.Port);
        AddWord(ref sum, length);
        AddWord(ref sum, checksum);
        for (int i = 0; i < data.Length; i++)
        {
            sum.Add(data[i]);
        }

        return sum.Checksum == 0;
    }

    private static void AddWord(ref InternetSum sum, ushort word)
    {
        sum.Add((byte)(word >> 8));
        sum.Add((byte)word);
    }
}
