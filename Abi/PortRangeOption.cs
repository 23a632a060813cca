namespace Verify.Abi;

/// <summary>Values of IP_PORTRANGE (netinet/in.h): where a port comes from when bind(2) is asked for port 0.</summary>
public enum PortRangeOption
{
    /// <summary>net.inet.ip.portrange.first to .last.</summary>
    IP_PORTRANGE_DEFAULT = 0,

    /// <summary>net.inet.ip.portrange.hifirst to .hilast.</summary>
    IP_PORTRANGE_HIGH = 1,

    /// <summary>net.inet.ip.portrange.lowfirst to .lowlast; the superuser's only.</summary>
    IP_PORTRANGE_LOW = 2,
}
