namespace Verify.Abi.Calls;

/// <summary>The addresses of a datagram or segment that the host sent.</summary>
/// <param name="Protocol">Its IP protocol. A raw socket may send any; then both ports are 0 (S11).</param>
/// <param name="Source">Its source (G1).</param>
/// <param name="Destination">Its destination, after replacement by a prison (J2).</param>
public readonly record struct Packet(Protocol Protocol, Endpoint Source, Endpoint Destination)
{
    /// <summary>True for a packet of a raw socket, without ports: those of UDP and TCP are never both 0.</summary>
    public bool IsRaw => Source.Port == 0 && Destination.Port == 0;

    /// <summary>A packet of a raw socket.</summary>
    public static Packet Raw(Protocol protocol, Ipv4 source, Ipv4 destination) =>
        new(protocol, new Endpoint(source, 0), new Endpoint(destination, 0));
}
