namespace Verify.Implementation.Inet;

/// <summary>
/// Bucket numbers of the two hashes (INP_PCBHASH and INP_PCBPORTHASH of netinet/in_pcb.h). Host byte order.
/// </summary>
public static class PcbHash
{
    /// <summary>
    /// The connection hash: foreign address folded by xor, mixed with both ports (H1). At most the mask.
    /// </summary>
    public static uint Connection(uint foreign, ushort localPort, ushort foreignPort, uint mask) =>
        (foreign ^ foreign >> 16 ^ (uint)(localPort ^ foreignPort)) & mask;

    /// <summary>The port hash: the low bits of the local port (H2). At most the mask.</summary>
    public static uint Port(ushort localPort, uint mask) => localPort & mask;
}
