using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// The datagrams queued at a socket, oldest first, or the bytes of a stream: FreeBSD's struct sockbuf.
/// </summary>
internal struct ReceiveBuffer
{
    private IntrusiveQueue<Datagram, Datagram.InBuffer> _datagrams;

    public readonly Datagram? First => _datagrams.First;

    /// <summary>Bytes in use.</summary>
    public int Used { get; private set; }

    /// <summary>All that is queued, in bytes: sb_cc.</summary>
    public readonly int Queued => Used + Bytes.Length;

    /// <summary>The bytes of a stream that have not been read.</summary>
    public Data Bytes { get; private set; }

    public readonly bool HasRoom(Data data, in Few<Data> control, int space) =>
        Used + Datagram.SpaceFor(data, control) <= space;

    public void Append(Datagram datagram)
    {
        _datagrams.Append(datagram);
        Used += datagram.Space;
    }

    public void Append(Data bytes) => Bytes = Bytes.Then(bytes);

    /// <summary>Removes and returns the first bytes of a stream, at most so many.</summary>
    public Data Take(int most)
    {
        Data all = Bytes;
        int count = Math.Min(most, all.Length);
        Bytes = all.Slice(count, all.Length - count);
        return all.Slice(0, count);
    }

    /// <summary>The first bytes of a stream, at most so many, which stay.</summary>
    public readonly Data Peek(int most) => Bytes.Slice(0, Math.Min(most, Bytes.Length));

    public void Remove(Datagram datagram)
    {
        _datagrams.Remove(datagram);
        Used -= datagram.Space;
    }
}
