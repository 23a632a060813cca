using System.Text;

namespace Verify.Model.States;

/// <summary>Addresses of the link layer (net/if_dl.h: struct sockaddr_dl).</summary>
internal static class LinkAddresses
{
    /// <summary>The length of a named one, unless the name is long: a multiple of four.</summary>
    public const int NamedSize = 56;

    /// <summary>The length that a nameless one states.</summary>
    private const byte NamelessSize = 54;

    private const byte Family = 18;
    private const byte LoopbackType = 24;
    private const byte EthernetType = 6;

    /// <summary>The type of an interface (net/if_types.h).</summary>
    public static byte TypeOf(Card card) => card.IsLoopback ? LoopbackType : EthernetType;

    /// <summary>The bytes of an interface's hardware address; it has none on a loopback interface.</summary>
    public static int HardwareLength(Card card) => card.IsLoopback ? 0 : 6;

    /// <summary>The address of an interface, with its name.</summary>
    public static byte[] Of(Card card)
    {
        byte[] letters = Encoding.ASCII.GetBytes(card.Name);
        byte[] hardware = card.IsLoopback ? [] : [0x00, 0x00, 0x5e, 0x00, 0x53, (byte)card.Index];
        byte[] address =
        [
            0, Family, (byte)card.Index, (byte)(card.Index >> 8), TypeOf(card),
            (byte)letters.Length, (byte)hardware.Length, 0, .. letters, .. hardware,
        ];
        Array.Resize(ref address, (Math.Max(NamelessSize, address.Length) + 3) / 4 * 4);
        address[0] = (byte)address.Length;
        return address;
    }

    /// <summary>The address that a route to a network of an interface has as its gateway.</summary>
    public static byte[] Nameless(Card card)
    {
        byte[] address = new byte[NamelessSize];
        (address[0], address[1], address[4]) = (NamelessSize, Family, TypeOf(card));
        (address[2], address[3]) = ((byte)card.Index, (byte)(card.Index >> 8));
        return address;
    }
}
