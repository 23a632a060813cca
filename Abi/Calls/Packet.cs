namespace Verify.Abi.Calls;

/// <summary>The addresses of a datagram or segment that the host sent.</summary>
/// <param name="Protocol">UDP or TCP.</param>
/// <param name="Source">Its source (G1).</param>
/// <param name="Destination">Its destination, after replacement by a prison (J2).</param>
public readonly record struct Packet(Protocol Protocol, Endpoint Source, Endpoint Destination);
