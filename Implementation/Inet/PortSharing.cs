using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>Rules for two sockets with the same local port (P5): the checks of in_pcbbind.</summary>
internal static class PortSharing
{
    /// <summary>
    /// Denies sharing between users, except that two sockets at INADDR_ANY may share a port whose holder has set
    /// SO_REUSEPORT.
    /// </summary>
    public static bool AllowsUser(Socket socket, Ipv4 address, Socket holder, Ipv4 heldAddress) =>
        socket.Owner.Uid == holder.Owner.Uid
        || (address.IsAny && heldAddress.IsAny && (holder.Options & SocketOptions.ReusePort) != 0);

    /// <summary>
    /// Both sockets must have set SO_REUSEPORT. At a multicast address SO_REUSEADDR counts as both options, and either
    /// option of the holder is enough.
    /// </summary>
    public static bool Allows(SocketOptions options, Ipv4 address, SocketOptions holder)
    {
        bool reusesMulticast = address.IsMulticast && (options & SocketOptions.ReuseAddress) != 0;
        SocketOptions offered = reusesMulticast ? SocketOptions.Reuse : options & SocketOptions.ReusePort;
        return (offered & holder) != 0;
    }
}
