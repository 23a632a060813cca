using System.Buffers.Binary;
using Verify.Abi;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Routing;

/// <summary>Writes a routing message: a header, then addresses in their order: rt_msg1, rt_msg2.</summary>
internal sealed class MessageWriter
{
    private const byte InetLength = 16;

    /// <summary>Where the bits of a mask begin, and what the table's masks have before, besides the length.</summary>
    private const int MaskAt = 4;
    private const byte Ignored = 0xff;

    private byte[] _bytes;
    private int _which;

    /// <summary>Begins with a header.</summary>
    public MessageWriter(ReadOnlySpan<byte> header) => _bytes = header.ToArray();

    /// <summary>Adds destination, gateway and mask of a route.</summary>
    public void AddRoute(Route route)
    {
        AddInet(AddressSlot.Destination, route.Key.Destination);
        if (route.Gateway is { } gateway)
        {
            AddInet(AddressSlot.Gateway, gateway);
        }
        else
        {
            LinkAddress.WriteNameless(route.Own.Card, Add(AddressSlot.Gateway, LinkAddress.NamelessLength));
        }

        if (route.Key.HasMask)
        {
            AddMask(route.Key.Length, Ignored);
        }
    }

    /// <summary>Adds a mask as ifconfig(8) gives it, without a family: ia_sockmask.</summary>
    public void AddOwnMask(InetAddress own) => AddMask(own.NetworkLength, filler: 0);

    /// <summary>Adds an interface and an address of it.</summary>
    public void AddInterface(InetAddress own)
    {
        LinkAddress.Write(own.Card, Add(AddressSlot.Interface, LinkAddress.LengthOf(own.Card)));
        AddInet(AddressSlot.Own, own.Address);
    }

    public void AddInet(AddressSlot slot, Ipv4 address)
    {
        Span<byte> bytes = Add(slot, InetLength);
        (bytes[0], bytes[1]) = (InetLength, (byte)AddressFamily.AF_INET);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[MaskAt..], address.Value);
    }

    /// <summary>Sets a field of the header.</summary>
    public void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(at), value);

    public void Put(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(at), value);

    public void Put(int at, byte value) => _bytes[at] = value;

    /// <summary>Sets all metrics: rtm_rmx.</summary>
    public void PutMetrics(in RouteMetrics metrics)
    {
        _bytes.AsSpan(MessageLayout.OfRoute.MetricsAt..MessageLayout.OfRoute.Length).Clear();
        int at = MessageLayout.OfRoute.MetricsAt;
        foreach (int value in (ReadOnlySpan<int>)
            [
                metrics.Locks, metrics.Mtu, metrics.HopCount, metrics.Expire, metrics.ReceivePipe, metrics.SendPipe,
                metrics.Threshold, metrics.RoundTrip, metrics.Variance,
            ])
        {
            Put(at, value);
            at += sizeof(int);
        }
    }

    /// <summary>Says what kind of message it is, how long, and which addresses it has.</summary>
    public byte[] Finish(RouteMessageKind kind, int addressesAt)
    {
        Put(0, (ushort)_bytes.Length);
        Put(MessageLayout.VersionAt, MessageLayout.Version);
        Put(MessageLayout.KindAt, (byte)kind);
        Put(addressesAt, _which);
        return _bytes;
    }

    /// <summary>Adds a mask without the zeros at its end; that of every address has nothing left.</summary>
    private void AddMask(int length, byte filler)
    {
        int used = (length + 7) / 8;
        Span<byte> bytes = Add(AddressSlot.NetMask, used == 0 ? 0 : MaskAt + used);
        if (used > 0)
        {
            bytes[0] = (byte)(MaskAt + used);
            bytes[1..MaskAt].Fill(filler);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[MaskAt..], InetAddress.Mask(length));
        }
    }

    /// <summary>Makes room for an address, all zeros.</summary>
    private Span<byte> Add(AddressSlot slot, int length)
    {
        int at = _bytes.Length;
        Array.Resize(ref _bytes, at + MessageLayout.Padded(length));
        _which |= 1 << (int)slot;
        return _bytes.AsSpan(at);
    }
}
