using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// The operations of every protocol (S7): the part of FreeBSD's struct pr_usrreqs that all sockets need. The caller's
/// credentials are passed where privileges matter.
/// </summary>
internal interface IProtocol
{
    AddressFamily Family { get; }

    Protocol Number { get; }

    /// <summary>Attaches a protocol control block to the socket: ENOBUFS if no memory is left.</summary>
    /// <param name="socket">The new socket.</param>
    /// <param name="number">The number that the caller asks for, which only raw protocols look at.</param>
    /// <param name="caller">The caller.</param>
    Errno Attach(Socket socket, Protocol number, in Credentials caller);

    /// <summary>Detaches and frees the control block; a peer is notified.</summary>
    void Detach(Socket socket);
}

/// <summary>
/// The operations of a protocol that transfers data: the rest of struct pr_usrreqs. What takes a name, bind and
/// connect, is a matter of the domain: names of the local domain are in the file system.
/// </summary>
internal interface ITransport : IProtocol
{
    /// <summary>The type of its sockets: pr_type.</summary>
    SocketType Type { get; }

    /// <summary>PR_ATOMIC: each receive returns one datagram with its sender.</summary>
    bool CarriesDatagrams { get; }

    /// <summary>True if receives return the bytes of a stream.</summary>
    bool CarriesBytes { get; }

    /// <summary>True if urgent data is an error; otherwise it is sent like any other.</summary>
    bool RefusesUrgentData { get; }

    /// <summary>The error of receiving urgent data, which never comes: pru_rcvoob.</summary>
    Errno NoUrgentData { get; }

    /// <summary>Dissolves the association of a connected datagram socket. A stream cannot be disconnected.</summary>
    Errno Disconnect(Socket socket);

    /// <summary>Prepares the socket for listening; the socket layer keeps the queue.</summary>
    Errno Listen(Socket socket, in Credentials caller);

    Errno Send(Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic);

    /// <summary>Ends sending: pru_shutdown.</summary>
    Errno Shutdown(Socket socket);

    /// <summary>Tells a stream that bytes were read: pru_rcvd.</summary>
    void HaveRead(Socket socket, int count);

    Errno SetPortRange(Socket socket, int value);

    Errno GetPortRange(Socket socket, out int value);

    /// <summary>The name of the socket: pru_sockaddr.</summary>
    Errno LocalName(Socket socket, out SocketName name);

    /// <summary>The name of what it is connected to: pru_peeraddr.</summary>
    Errno PeerName(Socket socket, out SocketName name);
}
