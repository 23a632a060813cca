using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>
/// The six variables net.inet.ip.portrange.* (P2). Each write clamps all six, as sysctl_net_ipport_check
/// (netinet/in_pcb.c) does, so that all are valid 16-bit port numbers.
/// </summary>
public readonly struct PortRanges(int first, int last, int hiFirst, int hiLast, int lowFirst, int lowLast)
{
    private readonly int _first = first;
    private readonly int _last = last;
    private readonly int _hiFirst = hiFirst;
    private readonly int _hiLast = hiLast;
    private readonly int _lowFirst = lowFirst;
    private readonly int _lowLast = lowLast;

    /// <summary>The values at boot.</summary>
    public static PortRanges Default => new(Ports.Reserved, 5000, 49152, 65535, Ports.Reserved - 1, 600);

    /// <summary>Clamps all six: the low ones to 1 to 1023, the others to 1024 to 65535.</summary>
    public PortRanges Clamped() => new(
        ClampUser(_first), ClampUser(_last), ClampUser(_hiFirst), ClampUser(_hiLast),
        ClampReserved(_lowFirst), ClampReserved(_lowLast));

    /// <summary>Writes one variable, then clamps all six.</summary>
    public PortRanges With(PortVariable variable, int value) => new PortRanges(
        variable == PortVariable.First ? value : _first,
        variable == PortVariable.Last ? value : _last,
        variable == PortVariable.HiFirst ? value : _hiFirst,
        variable == PortVariable.HiLast ? value : _hiLast,
        variable == PortVariable.LowFirst ? value : _lowFirst,
        variable == PortVariable.LowLast ? value : _lowLast).Clamped();

    /// <summary>The value of one variable.</summary>
    public int Get(PortVariable variable) => variable switch
    {
        PortVariable.First => _first,
        PortVariable.Last => _last,
        PortVariable.HiFirst => _hiFirst,
        PortVariable.HiLast => _hiLast,
        PortVariable.LowFirst => _lowFirst,
        _ => _lowLast,
    };

    /// <summary>The range from which a socket with this IP_PORTRANGE allocates (P1).</summary>
    public PortRange Of(PortRangeOption option) => option switch
    {
        PortRangeOption.IP_PORTRANGE_HIGH => new PortRange((ushort)_hiFirst, (ushort)_hiLast),
        PortRangeOption.IP_PORTRANGE_LOW => new PortRange((ushort)_lowFirst, (ushort)_lowLast),
        _ => new PortRange((ushort)_first, (ushort)_last),
    };

    private static int ClampUser(int value) => Clamp(value, Ports.Reserved, ushort.MaxValue);

    private static int ClampReserved(int value) => Clamp(value, 1, Ports.Reserved - 1);

    private static int Clamp(int value, int low, int high) => value < low ? low : value > high ? high : value;
}
