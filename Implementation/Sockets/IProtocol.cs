using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// How the socket layer calls every protocol (S7): the part of FreeBSD's struct pr_usrreqs that no socket is without.
/// The caller is passed where its privileges count.
/// </summary>
internal interface IProtocol
{
    AddressFamily Family { get; }

    Protocol Number { get; }

    /// <summary>Gives the socket its protocol control block: ENOBUFS where there is no memory for it.</summary>
    Errno Attach(Socket socket, in Credentials caller);

    /// <summary>Takes the control block away for ever; a peer learns of it.</summary>
    void Detach(Socket socket);
}

/// <summary>
/// A protocol whose sockets do something: the rest of struct pr_usrreqs. Names are values: a protocol may change its
/// copy.
/// </summary>
internal interface ITransport : IProtocol
{
    /// <summary>PR_ATOMIC: each receive takes one datagram, with its sender.</summary>
    bool CarriesDatagrams { get; }

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
