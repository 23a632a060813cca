namespace Verify.Abi.Systems;

/// <summary>One line of sockstat(1): an open descriptor that is an IPv4 socket.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Fd">Its descriptor.</param>
/// <param name="Protocol">UDP or TCP.</param>
/// <param name="Local">The local end; none for a socket that is not bound or has lost its PCB.</param>
/// <param name="Foreign">The foreign end; none where it is not connected.</param>
/// <param name="Prison">The address of the prison that the process is in; null on the host.</param>
public readonly record struct SocketEntry(
    int Pid, int Fd, Protocol Protocol, Endpoint Local, Endpoint Foreign, Ipv4? Prison);
