namespace Verify.Abi.Systems;

/// <summary>One line of sockstat(1): an open descriptor of an IPv4 socket.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Fd">Its descriptor.</param>
/// <param name="Protocol">UDP or TCP; of a raw socket the IP protocol that it asked for.</param>
/// <param name="Local">The local endpoint; none if the socket is not bound or has lost its PCB.</param>
/// <param name="Foreign">The foreign endpoint; none if it is not connected.</param>
/// <param name="Prison">The address of the process's prison; null on the host.</param>
public readonly record struct SocketEntry(
    int Pid, int Fd, Protocol Protocol, Endpoint Local, Endpoint Foreign, Ipv4? Prison)
{
    /// <summary>True for a raw socket (S11).</summary>
    public bool IsRaw { get; init; }

    /// <summary>The entry of a descriptor in a list; null if it is not an open IPv4 socket.</summary>
    public static SocketEntry? Find(ReadOnlySpan<SocketEntry> entries, int pid, int fd)
    {
        foreach (ref readonly SocketEntry entry in entries)
        {
            if (entry.Pid == pid && entry.Fd == fd)
            {
                return entry;
            }
        }

        return null;
    }
}
