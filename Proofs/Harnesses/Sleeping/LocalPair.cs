using Verify.Implementation.Local;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>Two local sockets that are joined, as socketpair(2) makes them.</summary>
internal static class LocalPair
{
    /// <summary>Local streams, whose names have no file system.</summary>
    public static LocalStream Stream(this ProofHost host) => new(host.Sockets, null!, host.Rights);

    /// <summary>Local datagrams, whose names have no file system.</summary>
    public static LocalDatagram Datagram(this ProofHost host) => new(host.Sockets, null!, host.Rights);

    public static (Socket Here, Socket There) Pair(this ProofHost host, LocalProtocol protocol)
    {
        host.Sockets.Create(protocol, default, out Socket here);
        host.Sockets.Create(protocol, default, out Socket there);
        protocol.Join(here, there);
        return (here, there);
    }
}
