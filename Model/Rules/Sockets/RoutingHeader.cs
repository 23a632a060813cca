using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The header of a message about a route (net/route.h: struct rt_msghdr), over the message's bytes: what is set is
/// written into them.
/// </summary>
/// <param name="bytes">The message, at least as long as a header; nobody else has it.</param>
internal readonly struct RoutingHeader(byte[] bytes)
{
    /// <summary>sizeof(struct rt_msghdr).</summary>
    public const int Size = 92;

    /// <summary>RTM_VERSION.</summary>
    public const byte Current = 5;

    /// <summary>The message with all that was written.</summary>
    public Data Bytes => Data.Of(bytes);

    /// <summary>rtm_msglen.</summary>
    public int Length
    {
        get => ReadShort(0);
        init => WriteShort(0, value);
    }

    /// <summary>rtm_version.</summary>
    public byte Version => bytes[2];

    /// <summary>rtm_type.</summary>
    public RouteMessageKind Kind => (RouteMessageKind)bytes[3];

    /// <summary>rtm_index: the number of the interface.</summary>
    public int Index
    {
        get => ReadShort(4);
        init => WriteShort(4, value);
    }

    /// <summary>rtm_flags.</summary>
    public RouteOptions Flags
    {
        get => unchecked((RouteOptions)Read(8));
        init => Write(8, unchecked((uint)value));
    }

    /// <summary>rtm_addrs.</summary>
    public RouteParts Parts
    {
        get => unchecked((RouteParts)Read(12));
        init => Write(12, unchecked((uint)value));
    }

    /// <summary>rtm_pid.</summary>
    public int Pid
    {
        init => Write(16, unchecked((uint)value));
    }

    /// <summary>rtm_errno.</summary>
    public Errno Error
    {
        init => Write(24, unchecked((uint)value));
    }

    /// <summary>rtm_inits: which metrics a request sets.</summary>
    public uint Inits => Read(32);

    /// <summary>rtm_rmx.</summary>
    public MetricSet Metrics
    {
        get => new(Read(36), Read(40), Read(44), Read(48), Read(52), Read(56), Read(60), Read(64), Read(68));
        init
        {
            ReadOnlySpan<uint> numbers =
            [
                value.Locks, value.Mtu, value.HopCount, value.Expires, value.ReceivePipe, value.SendPipe,
                value.Threshold, value.RoundTrip, value.RoundTripVariance,
            ];
            bytes.AsSpan(36, Size - 36).Clear();
            for (int i = 0; i < numbers.Length; i++)
            {
                Write(36 + i * sizeof(uint), numbers[i]);
            }
        }
    }

    private uint Read(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private int ReadShort(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private void Write(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private void WriteShort(int at, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
}
