using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>Whether two sockets may have the same local port (P5): the rules of in_pcbbind.</summary>
internal static class PortSharing
{
    /// <summary>
    /// Nobody takes another user's port, except that two sockets at any address share one that its holder offers with
    /// SO_REUSEPORT.
    /// </summary>
    public static bool AllowsUser(Socket socket, Ipv4 address, Socket holder, Ipv4 heldAddress) =>
        socket.Owner.Uid == holder.Owner.Uid
        || (address.IsAny && heldAddress.IsAny && (holder.Options & SocketOptions.ReusePort) != 0);

    /// <summary>
    /// Both sockets must have asked for it with SO_REUSEPORT. At a multicast address SO_REUSEADDR counts as both
    /// options, and either one of the holder's is enough.
    /// </summary>
    public static bool Allows(SocketOptions options, Ipv4 address, SocketOptions holder)
    {
        bool reusesMulticast = address.IsMulticast && (options & SocketOptions.ReuseAddress) != 0;
        SocketOptions offered = reusesMulticast ? SocketOptions.Reuse : options & SocketOptions.ReusePort;
        return (offered & holder) != 0;
    }
}
