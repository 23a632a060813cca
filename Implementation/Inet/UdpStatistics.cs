using System.Text;

namespace Verify.Implementation.Inet;

/// <summary>What UDP counts since boot (S11): struct udpstat. The counters have 32 bits and wrap.</summary>
internal sealed class UdpStatistics
{
    private static readonly string[] Names =
        ["ipackets", "badsum", "noport", "noportbcast", "fullsock", "opackets"];

    private readonly uint[] _counts = new uint[Names.Length];

    public ReadOnlySpan<uint> Counts => _counts;

    public void Count(UdpCounter counter) => _counts[(int)counter]++;

    /// <summary>The counters that are not 0, with their names, in the order of the struct.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] != 0)
            {
                text.Append(text.Length > 0 ? ", " : "").Append(Names[i]).Append(' ').Append(_counts[i]);
            }
        }

        return text.ToString();
    }
}

/// <summary>The fields of struct udpstat that can change, in its order.</summary>
internal enum UdpCounter
{
    /// <summary>udps_ipackets: datagrams that got to udp_input.</summary>
    Arrived,

    /// <summary>udps_badsum.</summary>
    WrongChecksum,

    /// <summary>udps_noport: for one socket, and there is none.</summary>
    NoPort,

    /// <summary>udps_noportbcast: for many sockets, and there is none.</summary>
    NoPortForMany,

    /// <summary>udps_fullsock: copies for which a buffer has no room.</summary>
    FullBuffer,

    /// <summary>udps_opackets: datagrams handed to ip_output.</summary>
    Departed,
}
