using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>The header of a message of a routing socket: each field by its name, unless it is zero.</summary>
internal sealed class RouteHeader
{
    private const string AddressesName = "addrs";

    private static readonly BitsArgument<RouteOptions> RouteBits = new("RTF_");
    private static readonly BitsArgument<InterfaceOptions> InterfaceBits = new("IFF_");
    private static readonly Number Value = new("a number");

    /// <summary>struct rt_msghdr, with its struct rt_metrics.</summary>
    private static readonly RouteHeader OfRoute = new(92, addressesAt: 12,
        new("index", 4, 2), new("flags", 8, 4, IsRouteOptions: true), new(AddressesName, 12, 4), new("pid", 16, 4),
        new("seq", 20, 4), new("errno", 24, 4), new("use", 28, 4), new("inits", 32, 4), new("locks", 36, 4),
        new("mtu", 40, 4), new("hopcount", 44, 4), new("expire", 48, 4), new("recvpipe", 52, 4),
        new("sendpipe", 56, 4), new("ssthresh", 60, 4), new("rtt", 64, 4), new("rttvar", 68, 4),
        new("pksent", 72, 4));

    /// <summary>struct ifa_msghdr.</summary>
    private static readonly RouteHeader OfAddress = new(20, addressesAt: 4,
        new("index", 12, 2), new("flags", 8, 4, IsRouteOptions: true), new(AddressesName, 4, 4), new("metric", 16, 4));

    /// <summary>struct if_msghdr, with its struct if_data as far as counters are not in it.</summary>
    private static readonly RouteHeader OfInterface = new(96, addressesAt: 4,
        new("index", 12, 2), new("flags", 8, 4, IsInterfaceOptions: true), new(AddressesName, 4, 4),
        new("type", 16, 1), new("physical", 17, 1), new("addrlen", 18, 1), new("hdrlen", 19, 1), new("mtu", 24, 4),
        new("metric", 28, 4), new("baudrate", 32, 4), new("seconds", 88, 4), new("microseconds", 92, 4));

    private readonly Field[] _fields;
    private readonly int _addressesAt;

    private RouteHeader(int length, int addressesAt, params Field[] fields)
    {
        Length = length;
        _addressesAt = addressesAt;
        _fields = fields;
    }

    /// <summary>In bytes.</summary>
    public int Length { get; }

    /// <summary>The header of a kind of message.</summary>
    public static RouteHeader Of(RouteMessageKind kind) => kind switch
    {
        RouteMessageKind.RTM_NEWADDR or RouteMessageKind.RTM_DELADDR => OfAddress,
        RouteMessageKind.RTM_IFINFO => OfInterface,
        _ => OfRoute,
    };

    /// <summary>Which addresses the message has, a bit each: RTA_DST and so on.</summary>
    public int AddressesOf(ReadOnlySpan<byte> message) =>
        BinaryPrimitives.ReadInt32LittleEndian(message[_addressesAt..]);

    /// <summary>Says which addresses a message has.</summary>
    public void SetAddresses(Span<byte> message, int addresses) =>
        BinaryPrimitives.WriteInt32LittleEndian(message[_addressesAt..], addresses);

    /// <summary>
    /// Prints the fields that are not zero. Which addresses there are is printed only if that is more than are there.
    /// </summary>
    public void Print(StringBuilder text, ReadOnlySpan<byte> message)
    {
        foreach (Field field in _fields)
        {
            int value = field.Read(message);
            bool isUsual = field.Name == AddressesName
                ? BitOperations.PopCount((uint)value) == RouteAddresses.CountOf(message[Length..], value)
                : value == 0;
            if (!isUsual)
            {
                text.Append($" {field.Name} ");
                field.Print(text, value);
            }
        }
    }

    /// <summary>Parses fields, in any order.</summary>
    public byte[] Parse(Scanner scanner, out bool statesAddresses)
    {
        byte[] header = new byte[Length];
        statesAddresses = false;
        while (Array.Find(_fields, one => scanner.TryTakeWord(one.Name)) is { } field)
        {
            field.Write(header, field.Parse(scanner));
            statesAddresses |= field.Name == AddressesName;
        }

        return header;
    }

    private sealed record Field(
        string Name, int At, int Size, bool IsRouteOptions = false, bool IsInterfaceOptions = false)
    {
        public int Read(ReadOnlySpan<byte> message) => Size switch
        {
            1 => message[At],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(message[At..]),
            _ => BinaryPrimitives.ReadInt32LittleEndian(message[At..]),
        };

        public void Write(Span<byte> message, int value)
        {
            switch (Size)
            {
                case 1:
                    message[At] = (byte)value;
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt16LittleEndian(message[At..], (ushort)value);
                    break;
                default:
                    BinaryPrimitives.WriteInt32LittleEndian(message[At..], value);
                    break;
            }
        }

        public void Print(StringBuilder text, int value)
        {
            if (IsRouteOptions)
            {
                RouteBits.Print(text, (RouteOptions)value);
            }
            else if (IsInterfaceOptions)
            {
                InterfaceBits.Print(text, (InterfaceOptions)value);
            }
            else
            {
                Value.Print(text, value);
            }
        }

        public int Parse(Scanner scanner) =>
            IsRouteOptions ? (int)RouteBits.Parse(scanner)
            : IsInterfaceOptions ? (int)InterfaceBits.Parse(scanner)
            : Value.Parse(scanner);
    }
}
