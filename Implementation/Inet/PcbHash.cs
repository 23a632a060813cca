namespace Verify.Implementation.Inet;

/// <summary>
/// Bucket numbers of the two hash tables (INP_PCBHASH and INP_PCBPORTHASH of netinet/in_pcb.h), in host byte order.
/// </summary>
public static class PcbHash
{
    /// <summary>
    /// The connection hash: the foreign address folded by xor and mixed with both ports (H1). The result does not
    /// exceed the mask.
    /// </summary>
    public static uint Connection(uint foreign, ushort localPort, ushort foreignPort, uint mask) =>
        (foreign ^ foreign >> 16 ^ (uint)(localPort ^ foreignPort)) & mask;

    /// <summary>The port hash: the low bits of the local port (H2). The result does not exceed the mask.</summary>
    public static uint Port(ushort localPort, uint mask) => localPort & mask;
}
