using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sockets;

/// <summary>
/// How the socket layer calls a protocol (S7): FreeBSD's struct pr_usrreqs. The caller is passed where its privileges
/// count. Names are values: a protocol may change its copy.
/// </summary>
internal interface IProtocol
{
    Protocol Number { get; }

    /// <summary>PR_ATOMIC: each receive takes one datagram, with its sender.</summary>
    bool CarriesDatagrams { get; }

    /// <summary>Gives the socket its protocol control block; false where there is no memory for it.</summary>
    bool TryAttach(Socket socket);

    /// <summary>Takes the control block away for ever; a peer learns of it.</summary>
    void Detach(Socket socket);

    Errno Bind(Socket socket, in SocketAddress name, in Credentials caller);

    Errno Connect(Socket socket, in SocketAddress name, in Credentials caller, ref Traffic traffic);

    /// <summary>Dissolves the association of a connected datagram socket; a stream has none to dissolve.</summary>
    Errno Disconnect(Socket socket);

    /// <summary>Gets the socket ready to listen; the socket layer keeps the queue.</summary>
    Errno Listen(Socket socket, in Credentials caller);

    Errno Send(Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic);

    Errno SetPortRange(Socket socket, int value);

    Errno GetPortRange(Socket socket, out int value);

    Errno LocalName(Socket socket, out Endpoint name);

    Errno PeerName(Socket socket, out Endpoint name);
}
