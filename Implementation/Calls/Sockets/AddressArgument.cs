using Verify.Abi;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>A socket address as it is copied in from the caller: getsockaddr of uipc_syscalls.c.</summary>
internal static class AddressArgument
{
    /// <summary>
    /// Checks the length, as far as it is every protocol's business. It is unsigned: a negative one is too long. None is
    /// too short, and the protocol may have done something before it finds that an address is.
    /// </summary>
    public static Errno Check(in SocketAddress name) =>
        (uint)name.Length > SocketAddress.MaxLength ? Errno.ENAMETOOLONG : Errno.None;
}
