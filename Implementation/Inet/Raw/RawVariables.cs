namespace Verify.Implementation.Inet.Raw;

/// <summary>net.inet.raw: the buffer sizes of new raw sockets, in bytes (S11).</summary>
internal sealed class RawVariables
{
    private const int Usual = 8192;

    /// <summary>net.inet.raw.maxdgram: the send buffer.</summary>
    public int MaxDatagram { get; set; } = Usual;

    /// <summary>net.inet.raw.recvspace: the receive buffer.</summary>
    public int ReceiveSpace { get; set; } = Usual;
}
