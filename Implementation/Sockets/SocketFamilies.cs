using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>What families of sockets mean to prisons (J9, G1).</summary>
public static class SocketFamilies
{
    /// <summary>Those that a prison has while jail.socket_unixiproute_only is set.</summary>
    public static bool IsForPrisons(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_INET or AddressFamily.AF_ROUTE;

    /// <summary>Those whose sockets have no address to receive for or send from: they may go into prisons.</summary>
    public static bool HasNoAddress(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE;
}
