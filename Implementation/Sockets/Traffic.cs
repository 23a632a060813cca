namespace Verify.Implementation.Sockets;

/// <summary>The packet a call has sent, and the sockets that have received a packet.</summary>
internal struct Traffic
{
    public Packet? Sent;

    /// <summary>The first socket that has received something; seldom are there more.</summary>
    public Socket? Receiver;

    private Socket[]? _others;

    /// <summary>The other receivers, in the order of delivery.</summary>
    public readonly ReadOnlySpan<Socket> Others => _others;

    /// <summary>Takes note of another receiver. Only what was sent to many has more than one.</summary>
    public void AddReceiver(Socket socket)
    {
        if (Receiver is null)
        {
            Receiver = socket;
            return;
        }

        int count = _others?.Length ?? 0;
        var others = new Socket[count + 1];
        for (int i = 0; i < count; i++)
        {
            others[i] = _others![i];
        }

        others[count] = socket;
        _others = others;
    }
}
