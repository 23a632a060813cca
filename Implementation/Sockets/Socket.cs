using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A socket: FreeBSD's struct socket.</summary>
internal sealed class Socket : ZoneItem
{
    /// <summary>Datagrams that wait.</summary>
    public ReceiveBuffer Received;

    /// <summary>Connections that wait, where the socket listens.</summary>
    public AcceptQueue Waiting;

    /// <summary>How much may wait, and how much is waited for.</summary>
    public BufferSizes Sizes;

    private Links<Socket> _inAcceptQueue;
    private Links<Socket> _inOwned;

    public IProtocol Protocol { get; set; } = null!;

    /// <summary>The protocol of a socket that is not idle.</summary>
    public ITransport Transport => (ITransport)Protocol;

    /// <summary>
    /// Its creator, or where it is a connection that came to a listening socket, that one's owner; and so the prison that
    /// it is held to (J2, D7). Not the caller, who may have other privileges.
    /// </summary>
    public Credentials Owner { get; set; }

    /// <summary>so_sigio: whom SIGIO and SIGURG go to, which <see cref="Sockets.SignalOwner.Set"/> sets.</summary>
    public SignalOwner? SignalOwner { get; set; }

    public SocketOptions Options { get; set; }

    /// <summary>What the protocol knows of it; null where the protocol has dropped the connection.</summary>
    public Pcb? Pcb { get; set; }

    /// <summary>SS_ISCONNECTED: it has a foreign end.</summary>
    public bool IsConnected { get; set; }

    /// <summary>SO_ACCEPTCONN: it listens.</summary>
    public bool IsListening { get; set; }

    /// <summary>The listening socket that it waits at; null once it is accepted.</summary>
    public Socket? Listener { get; set; }

    /// <summary>An error that the network reported, for the next call to return.</summary>
    public Errno PendingError { get; set; }

    /// <summary>The next connection that waits at the same socket.</summary>
    public Socket? NextWaiting => _inAcceptQueue.Next;

    /// <summary>The next socket whose signals go to the same owner.</summary>
    public Socket? NextOwned => _inOwned.Next;

    /// <summary>Makes a local address one that the socket's prison allows (J2); false is EINVAL.</summary>
    public bool TryCoerceLocal(Ipv4 address, out Ipv4 coerced)
    {
        coerced = address;
        if (Owner.Prison is not { } prison)
        {
            return true;
        }

        bool allowed = PrisonAddress.TryCoerceLocal(prison.Address.Value, address.Value, out uint value);
        coerced = new Ipv4(value);
        return allowed;
    }

    /// <summary>Makes a remote address what the socket's prison sees there (J2).</summary>
    public SocketAddress CoerceRemote(in SocketAddress name)
    {
        if (Owner.Prison is not { } prison)
        {
            return name;
        }

        uint coerced = PrisonAddress.CoerceRemote(prison.Address.Value, name.Endpoint.Address.Value);
        return name with { Endpoint = new Endpoint(new Ipv4(coerced), name.Endpoint.Port) };
    }

    /// <summary>Returns the pending error and forgets it.</summary>
    public Errno TakePendingError()
    {
        Errno error = PendingError;
        PendingError = Errno.None;
        return error;
    }

    internal override void Clear()
    {
        Waiting = default;
        Received = default;
        Sizes = default;
        Protocol = null!;
        Owner = default;
        SignalOwner = null;
        Options = SocketOptions.None;
        Pcb = null;
        IsConnected = false;
        IsListening = false;
        Listener = null;
        PendingError = Errno.None;
    }

    internal readonly struct InAcceptQueue : ILinksOf<Socket>
    {
        public static ref Links<Socket> Of(Socket item) => ref item._inAcceptQueue;
    }

    internal readonly struct InOwned : ILinksOf<Socket>
    {
        public static ref Links<Socket> Of(Socket item) => ref item._inOwned;
    }
}
