namespace Verify.Implementation.Inet;

/// <summary>Well-known limits of port numbers (netinet/in.h), in host byte order.</summary>
public static class Ports
{
    /// <summary>IPPORT_RESERVED: lower ports are reserved for the superuser (G3, P5).</summary>
    public const int Reserved = 1024;

    /// <summary>True for a port that only the superuser may bind: 1023, but not 1024.</summary>
    public static bool IsReserved(ushort port) => port < Reserved;
}
