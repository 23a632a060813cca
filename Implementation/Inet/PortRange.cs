namespace Verify.Implementation.Inet;

/// <summary>
/// A range of local ports, both ends included (P2). If <c>first &gt; last</c>, ports are tried in descending order.
/// Ports are in host byte order. The arithmetic follows in_pcbbind (netinet/in_pcb.c).
/// </summary>
/// <param name="first">The port at which a new or out-of-range cursor starts.</param>
/// <param name="last">The port after which the cursor wraps around to <paramref name="first"/>.</param>
public readonly struct PortRange(ushort first, ushort last)
{
    /// <summary>The start of the range.</summary>
    public ushort First { get; } = first;

    /// <summary>The end of the range.</summary>
    public ushort Last { get; } = last;

    /// <summary>True if ports are tried in descending order.</summary>
    public bool CountsDown => First > Last;

    /// <summary>The number of ports: 1 to 65536.</summary>
    public int Size => (CountsDown ? First - Last : Last - First) + 1;

    /// <summary>True if the port is in the range.</summary>
    public bool Contains(ushort port) =>
        CountsDown ? Last <= port && port <= First : First <= port && port <= Last;

    /// <summary>
    /// The port to try after <paramref name="cursor"/>: the next in the direction of the range, or the first if that is
    /// outside the range (G3, P4). The step is computed in 32 bits so that it cannot wrap around into the range.
    /// </summary>
    public ushort Next(ushort cursor)
    {
        int next = CountsDown ? cursor - 1 : cursor + 1;
        bool outside = CountsDown ? next > First || next < Last : next < First || next > Last;
        return outside ? First : (ushort)next;
    }
}
