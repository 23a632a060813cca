using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>What calls ask of an address before they look at what it says (P5).</summary>
internal static class AddressRules
{
    public static readonly Rule AddressTooLong = new(
        "P5.address-long", "An address of more than 255 bytes, or of negative length, fails with ENAMETOOLONG.",
        "kern/uipc_syscalls.c:getsockaddr");
    public static readonly Rule TcpNoMulticast = new(
        "P5.tcp-multicast", "bind or connect of a TCP socket to a multicast address fails with EAFNOSUPPORT.",
        "netinet/tcp_usrreq.c:tcp_usr_bind");

    /// <summary>Octets of a sockaddr_in that reach to the end of its address.</summary>
    private const int LengthWithAddress = 8;

    /// <summary>
    /// Why a call does not even copy an address in (kern/uipc_syscalls.c:getsockaddr). A length is unsigned, and has no
    /// lower bound: what is too short for its protocol is refused when that looks at it.
    /// </summary>
    public static Denial? CopyDenial(SocketAddress address) =>
        address.Length is < 0 or > SocketAddress.MaxLength
            ? new Denial(Errno.ENAMETOOLONG, AddressTooLong)
            : null;

    /// <summary>TCP knows no multicast; what is too short to have an address is none.</summary>
    public static bool IsMulticastForTcp(Socket socket, SocketAddress address) =>
        socket.Protocol == Protocol.Tcp
        && address is
        {
            Length: >= LengthWithAddress,
            Family: AddressFamily.AF_INET,
            Endpoint.Address.IsMulticast: true,
        };
}
