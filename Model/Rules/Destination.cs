using Verify.Abi;

namespace Verify.Model;

/// <summary>What connect and sendto make of a remote address: in_pcbladdr, said as rules.</summary>
internal static class Destination
{
    /// <summary>Why nothing can be sent there from the socket; else the remote end that is meant.</summary>
    public static Denial? WhyNone(State state, Socket socket, SocketAddress address, out Endpoint remote)
    {
        remote = address.Endpoint;
        if (address.Length != SocketAddress.InetLength)
        {
            return new Denial(Errno.EINVAL, Rule.RemoteLength);
        }

        if (address.Family != AddressFamily.AF_INET)
        {
            return new Denial(Errno.EAFNOSUPPORT, Rule.RemoteFamily);
        }

        if (remote.Port == 0)
        {
            return new Denial(Errno.EADDRNOTAVAIL, Rule.RemotePortZero);
        }

        Network network = state.Network;
        if (network.Primary is { } primary)
        {
            remote = remote with
            {
                Address = remote.Address.IsAny ? primary
                    : remote.Address == Ipv4.Broadcast ? network.BroadcastOut
                    : remote.Address,
            };
            return null;
        }

        return new Denial(Errno.EADDRNOTAVAIL, Rule.NoAddresses);
    }

    /// <summary>The local address that a connection to a remote one has (J2, G1).</summary>
    public static Ipv4 LocalFor(State state, Socket socket, Ipv4 remote) =>
        !socket.Local.Address.IsAny ? socket.Local.Address
        : socket.Prison?.Address ?? state.Network.SourceFor(remote);

    /// <summary>
    /// Why a packet cannot leave for there: that no way leads there counts before that one must not send to all
    /// (netinet/ip_output.c:ip_output).
    /// </summary>
    public static Denial? WhyUnsendable(State state, Ipv4 remote, bool mayBroadcast) =>
        !state.Network.Reaches(remote) ? new Denial(Errno.EHOSTUNREACH, Rule.NoRoute)
        : state.Network.IsBroadcastOnItsWay(remote) && !mayBroadcast
            ? new Denial(Errno.EACCES, Rule.BroadcastDenied)
        : null;

    /// <summary>True where a socket of the protocol is connected between exactly these ends.</summary>
    public static bool IsTaken(State state, Protocol protocol, Endpoint local, Endpoint remote)
    {
        foreach (Socket other in state.Sockets)
        {
            if (other.Foreign == remote && other.Local == local && other.Protocol == protocol)
            {
                return true;
            }
        }

        return false;
    }
}
