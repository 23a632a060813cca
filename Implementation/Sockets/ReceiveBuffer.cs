using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// The datagrams queued at a socket, oldest first, or the bytes of a stream: FreeBSD's struct sockbuf. In a stream each
/// message with control data begins a record; the bytes before the first one are a record of their own.
/// </summary>
internal struct ReceiveBuffer
{
    private IntrusiveQueue<Datagram, Datagram.InBuffer> _datagrams;

    public readonly Datagram? First => _datagrams.First;

    /// <summary>Bytes in use.</summary>
    public int Used { get; private set; }

    /// <summary>All that is queued, in bytes: sb_cc.</summary>
    public readonly int Queued => Used + Bytes.Length;

    /// <summary>The bytes of a stream that have not been read, before the first message.</summary>
    public Data Bytes { get; private set; }

    /// <summary>True if nothing is queued, not even a message without bytes.</summary>
    public readonly bool IsEmpty => Bytes.Length == 0 && First is null;

    /// <summary>True if a record follows the first one: m_nextpkt.</summary>
    public readonly bool HasNextRecord => Bytes.Length > 0 ? First is not null : First?.Next is not null;

    public readonly bool HasRoom(Data data, in Few<Data> control, int senderLength, int space) =>
        Queued + Datagram.SpaceFor(data, control, senderLength) <= space;

    public void Append(Datagram datagram)
    {
        _datagrams.Append(datagram);
        Used += datagram.Space;
    }

    /// <summary>Appends bytes to the last record of a stream: sbappend.</summary>
    public void Append(Data bytes)
    {
        if (_datagrams.Last is { } last)
        {
            last.Data = last.Data.Then(bytes);
            Used += bytes.Length;
            return;
        }

        Bytes = Bytes.Then(bytes);
    }

    /// <summary>
    /// Removes the message that begins the first record of a stream; its bytes are the next to be read.
    /// </summary>
    public void Open(Datagram message)
    {
        Remove(message);
        Bytes = message.Data;
    }

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
