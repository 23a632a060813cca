using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>The checks of an address argument before its contents (P5).</summary>
internal static class AddressRules
{
    public static readonly Rule AddressTooLong = new(
        "P5.address-long", "An address of more than 255 bytes, or of negative length, fails with ENAMETOOLONG.",
        "kern/uipc_syscalls.c:getsockaddr");
    public static readonly Rule TcpNoMulticast = new(
        "P5.tcp-multicast", "bind or connect of a TCP socket to a multicast address fails with EAFNOSUPPORT.",
        "netinet/tcp_usrreq.c:tcp_usr_bind");

    /// <summary>The length of a sockaddr_in up to the end of its address, in bytes.</summary>
    private const int LengthWithAddress = 8;

    /// <summary>
    /// The denial of an address that cannot be copied in (kern/uipc_syscalls.c:getsockaddr). There is no lower bound:
    /// the protocol rejects an address that is too short for it.
    /// </summary>
    public static Denial? CopyDenial(SocketAddress address) =>
        address.Length is < 0 or > SocketAddress.MaxLength
            ? new Denial(Errno.ENAMETOOLONG, AddressTooLong)
            : null;

    /// <summary>
    /// True for a multicast address on a TCP socket; an argument too short for an address is not one.
    /// </summary>
    public static bool IsMulticastForTcp(Socket socket, SocketAddress address) =>
        socket.Protocol == Protocol.Tcp
        && address is
        {
            Length: >= LengthWithAddress,
            Family: AddressFamily.AF_INET,
            Endpoint.Address.IsMulticast: true,
        };
}
