using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>Address families as they concern prisons (J9, G1).</summary>
public static class SocketFamilies
{
    /// <summary>True for families available in a prison while jail.socket_unixiproute_only is set.</summary>
    public static bool IsForPrisons(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_INET or AddressFamily.AF_ROUTE;

    /// <summary>True for families whose sockets have no network address; these sockets may enter a prison.</summary>
    public static bool HasNoAddress(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE;
}
