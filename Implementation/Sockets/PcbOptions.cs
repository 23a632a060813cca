namespace Verify.Implementation.Sockets;

/// <summary>Flags of a PCB: inp_flags. All but one say what is received with each datagram (S12).</summary>
[Flags]
internal enum PcbOptions
{
    None = 0,

    /// <summary>INP_RECVOPTS and INP_RECVRETOPTS, which FreeBSD 4.0 stores and does not look at.</summary>
    ReceiveOptions = 0x01,
    ReceiveReturnOptions = 0x02,

    /// <summary>INP_RECVDSTADDR.</summary>
    ReceiveDestination = 0x04,

    /// <summary>INP_HDRINCL: what a raw socket sends has its header already (S11).</summary>
    HeaderIncluded = 0x08,

    /// <summary>INP_RECVIF.</summary>
    ReceiveInterface = 0x80,
}
