using System.Buffers.Binary;
using Verify.Abi;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Routing;

/// <summary>A message that a process has sent: route_output reads it, and writes into it what it returns.</summary>
internal sealed class RouteMessage(byte[] bytes)
{
    private const int FieldLength = sizeof(int);

    private readonly GivenAddress[] _addresses = new GivenAddress[MessageLayout.MostAddresses];

    /// <summary>False for what is no message at all: too short, or not as long as it says.</summary>
    public bool IsWhole =>
        bytes.Length >= MessageLayout.OfRoute.Length
        && BinaryPrimitives.ReadUInt16LittleEndian(bytes) == bytes.Length;

    public byte Version => bytes[MessageLayout.VersionAt];

    public RouteMessageKind Kind => (RouteMessageKind)bytes[MessageLayout.KindAt];

    public RouteOptions Flags => (RouteOptions)ReadField(MessageLayout.OfRoute.FlagsAt);

    /// <summary>Which metrics it sets: rtm_inits.</summary>
    public int Inits => ReadField(MessageLayout.OfRoute.InitsAt);

    public RouteMetrics Metrics => new()
    {
        Locks = ReadMetric(0),
        Mtu = ReadMetric(1),
        HopCount = ReadMetric(2),
        Expire = ReadMetric(3),
        ReceivePipe = ReadMetric(4),
        SendPipe = ReadMetric(5),
        Threshold = ReadMetric(6),
        RoundTrip = ReadMetric(7),
        Variance = ReadMetric(8),
    };

    /// <summary>All of its bytes.</summary>
    public Data Data => Data.Of(bytes);

    public GivenAddress this[AddressSlot slot] => _addresses[(int)slot];

    /// <summary>
    /// Finds the addresses: rt_xaddrs. What is missing at the end is as good as not announced. False if the last one
    /// does not fit.
    /// </summary>
    public bool TryFindAddresses()
    {
        int which = ReadField(MessageLayout.OfRoute.AddressesAt);
        int at = MessageLayout.OfRoute.Length;
        for (int slot = 0; slot < MessageLayout.MostAddresses && at < bytes.Length; slot++)
        {
            if ((which >> slot & 1) == 0)
            {
                continue;
            }

            int length = bytes[at];
            if (at + length > bytes.Length)
            {
                return false;
            }

            if (length == 0)
            {
                _addresses[slot] = GivenAddress.Zero;
                return true;
            }

            byte family = at + 1 < bytes.Length ? bytes[at + 1] : (byte)0;
            _addresses[slot] = GivenAddress.Of(bytes.AsMemory(at, length), family);
            at += MessageLayout.Padded(length);
        }

        return true;
    }

    public void SetPid(int pid) => WriteField(MessageLayout.OfRoute.PidAt, pid);

    /// <summary>Notes the error, or that the request was carried out.</summary>
    public void SetOutcome(Errno error)
    {
        if (error != Errno.None)
        {
            WriteField(MessageLayout.OfRoute.ErrorAt, (int)error);
        }
        else
        {
            WriteField(MessageLayout.OfRoute.FlagsAt, (int)(Flags | RouteOptions.RTF_DONE));
        }
    }

    /// <summary>
    /// The report of a route, over the request: it has the route's flags, metrics and addresses, with its interface and
    /// own address if one of them was asked for. Where it is shorter the end of the request stays behind it.
    /// </summary>
    public RouteMessage Report(Route route)
    {
        var writer = new MessageWriter(bytes.AsSpan(0, MessageLayout.OfRoute.Length));
        writer.AddRoute(route);
        const int interfaces = 1 << (int)AddressSlot.Interface | 1 << (int)AddressSlot.Own;
        if ((ReadField(MessageLayout.OfRoute.AddressesAt) & interfaces) != 0)
        {
            writer.AddInterface(route.Own);
            writer.Put(MessageLayout.OfRoute.IndexAt, (ushort)route.Own.Card.Index);
        }

        writer.PutMetrics(route.Metrics);
        writer.Put(MessageLayout.OfRoute.FlagsAt, (int)route.Flags);
        byte[] report = writer.Finish(Kind, MessageLayout.OfRoute.AddressesAt);
        return new RouteMessage(report.Length >= bytes.Length ? report : [.. report, .. bytes.AsSpan(report.Length)]);
    }

    private int ReadMetric(int index) => ReadField(MessageLayout.OfRoute.MetricsAt + index * FieldLength);

    private int ReadField(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private void WriteField(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
}
