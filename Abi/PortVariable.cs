namespace Verify.Abi;

/// <summary>The six variables net.inet.ip.portrange.* (P2).</summary>
public enum PortVariable
{
    /// <summary>Where the default range starts: 1024.</summary>
    First,

    /// <summary>Where the default range ends: 5000.</summary>
    Last,

    /// <summary>Where the high range starts: 49152.</summary>
    HiFirst,

    /// <summary>Where the high range ends: 65535.</summary>
    HiLast,

    /// <summary>Where the low range starts: 1023. It counts down.</summary>
    LowFirst,

    /// <summary>Where the low range ends: 600.</summary>
    LowLast,
}
