namespace Verify.Implementation.Inet;

/// <summary>
/// A range of local ports to choose from, both ends included (P2). <c>first &gt; last</c> means counting down. Ports
/// are in host byte order. Follows the range arithmetic of FreeBSD's in_pcbbind (netinet/in_pcb.c).
/// </summary>
/// <param name="first">The port that a fresh or out-of-range cursor starts at.</param>
/// <param name="last">The port after which the cursor wraps to <paramref name="first"/>.</param>
public readonly struct PortRange(ushort first, ushort last)
{
    /// <summary>Where the range starts.</summary>
    public ushort First { get; } = first;

    /// <summary>Where the range ends.</summary>
    public ushort Last { get; } = last;

    /// <summary>True where ports are tried from high to low.</summary>
    public bool CountsDown => First > Last;

    /// <summary>How many ports there are: 1 to 65536.</summary>
    public int Size => (CountsDown ? First - Last : Last - First) + 1;

    /// <summary>True for a port of the range.</summary>
    public bool Contains(ushort port) =>
        CountsDown ? Last <= port && port <= First : First <= port && port <= Last;

    /// <summary>
    /// The port to try after <paramref name="cursor"/>: the next in the range's direction, or the first where that
    /// would be outside the range (G3, P4). The step is made on integers, so that it cannot wrap around 16 bits into
    /// the range.
    /// </summary>
    public ushort Next(ushort cursor)
    {
        int next = CountsDown ? cursor - 1 : cursor + 1;
        bool outside = CountsDown ? next > First || next < Last : next < First || next > Last;
        return outside ? First : (ushort)next;
    }
}
