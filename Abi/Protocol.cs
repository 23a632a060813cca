namespace Verify.Abi;

/// <summary>IP protocols, with their assigned numbers.</summary>
public enum Protocol
{
    /// <summary>The default protocol of a domain and type, as the third argument of socket(2).</summary>
    Default = 0,

    /// <summary>Internet Control Message Protocol.</summary>
    Icmp = 1,

    /// <summary>Internet Group Management Protocol.</summary>
    Igmp = 2,

    /// <summary>Transmission Control Protocol.</summary>
    Tcp = 6,

    /// <summary>User Datagram Protocol.</summary>
    Udp = 17,
}
