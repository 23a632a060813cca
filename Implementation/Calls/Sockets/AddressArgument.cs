using Verify.Abi;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>A socket address copied in from the caller: getsockaddr of uipc_syscalls.c.</summary>
internal static class AddressArgument
{
    /// <summary>
    /// Checks the length, which is unsigned, so a negative one is too long. Addresses that are too short are left to
    /// the protocol, which may act before it finds out.
    /// </summary>
    public static Errno Check(in SocketAddress name) =>
        (uint)name.Length > SocketAddress.MaxLength ? Errno.ENAMETOOLONG : Errno.None;
}
