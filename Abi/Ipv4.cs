using System.Globalization;

namespace Verify.Abi;

/// <summary>
/// An IPv4 address. <paramref name="Value"/> is in host byte order: 127.0.0.1 is 0x7f000001 on every machine.
/// </summary>
/// <param name="Value">The 32 bits, most significant byte first.</param>
public readonly record struct Ipv4(uint Value)
{
    /// <summary>INADDR_ANY, 0.0.0.0: as a local address, every address.</summary>
    public static readonly Ipv4 Any;

    /// <summary>INADDR_LOOPBACK, 127.0.0.1.</summary>
    public static readonly Ipv4 Loopback = new(0x7f00_0001);

    /// <summary>INADDR_BROADCAST, 255.255.255.255.</summary>
    public static readonly Ipv4 Broadcast = new(0xffff_ffff);

    /// <summary>True for INADDR_ANY.</summary>
    public bool IsAny => Value == 0;

    /// <summary>True for class D, 224.0.0.0/4.</summary>
    public bool IsMulticast => Value >> 28 == 0xe;

    /// <summary>
    /// True for an address that a host can have: not INADDR_ANY, not multicast, not INADDR_BROADCAST.
    /// </summary>
    public bool IsUnicast => !IsAny && !IsMulticast && this != Broadcast;

    /// <summary>The address with these four bytes, in the order of the dotted notation.</summary>
    public static Ipv4 Of(byte a, byte b, byte c, byte d) => new((uint)(a << 24 | b << 16 | c << 8 | d));

    /// <summary>Parses four decimal bytes with dots; no other form, no leading zeros.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv4 address)
    {
        uint value = 0;
        int count = 0;
        foreach (Range part in text.Split('.'))
        {
            ReadOnlySpan<char> digits = text[part];
            bool padded = digits.Length > 1 && digits[0] == '0';
            if (padded || !byte.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out byte next))
            {
                address = default;
                return false;
            }

            value = value << 8 | next;
            count++;
        }

        address = new Ipv4(value);
        return count == 4;
    }

    /// <summary>Four decimal bytes with dots.</summary>
    public override string ToString() => $"{Value >> 24}.{Value >> 16 & 255}.{Value >> 8 & 255}.{Value & 255}";
}
