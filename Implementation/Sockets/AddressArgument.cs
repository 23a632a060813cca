using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>A socket address as it is copied in from the caller: getsockaddr of uipc_syscalls.c.</summary>
internal static class AddressArgument
{
    /// <summary>Checks the length, as far as it is every protocol's business.</summary>
    public static Errno Check(in SocketAddress name) =>
        name.Length > SocketAddress.MaxLength ? Errno.ENAMETOOLONG
        : name.Length < SocketAddress.MinLength ? Errno.EINVAL
        : Errno.None;
}
