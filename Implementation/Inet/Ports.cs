namespace Verify.Implementation.Inet;

/// <summary>Port numbers with a meaning of their own (netinet/in.h). Host byte order.</summary>
public static class Ports
{
    /// <summary>IPPORT_RESERVED: ports below it are the superuser's (G3, P5).</summary>
    public const int Reserved = 1024;

    /// <summary>True for a port that only the superuser may bind; 1023 is one, 1024 is not.</summary>
    public static bool IsReserved(ushort port) => port < Reserved;
}
