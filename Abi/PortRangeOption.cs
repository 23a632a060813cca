namespace Verify.Abi;

/// <summary>Values of IP_PORTRANGE (netinet/in.h): the range that a port is chosen from.</summary>
public enum PortRangeOption
{
    /// <summary>net.inet.ip.portrange.first to .last.</summary>
    IP_PORTRANGE_DEFAULT = 0,

    /// <summary>net.inet.ip.portrange.hifirst to .hilast.</summary>
    IP_PORTRANGE_HIGH = 1,

    /// <summary>net.inet.ip.portrange.lowfirst to .lowlast; for the superuser only.</summary>
    IP_PORTRANGE_LOW = 2,
}
