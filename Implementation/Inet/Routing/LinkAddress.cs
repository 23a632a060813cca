using System.Buffers.Binary;
using System.Text;

namespace Verify.Implementation.Inet.Routing;

/// <summary>
/// The link-level address of an interface, as if_attach and ether_ifattach made it: struct sockaddr_dl, with the room
/// for a source route that 4.0-RELEASE has.
/// </summary>
internal static class LinkAddress
{
    /// <summary>sizeof(struct sockaddr_dl), and where the name begins.</summary>
    private const int LeastLength = 54;
    private const int NameAt = 8;

    private const byte Family = 18;
    private const byte Ethernet = 6;
    private const byte Loopback = 24;

    /// <summary>The bytes of an Ethernet address.</summary>
    public const int HardwareLength = 6;

    /// <summary>if_type.</summary>
    public static byte TypeOf(Card card) => card.IsLoopback ? Loopback : Ethernet;

    /// <summary>The length of the address, a multiple of four: sdl_len.</summary>
    public static int LengthOf(Card card) =>
        (Math.Max(LeastLength, NameAt + card.Name.Length + HardwareLengthOf(card)) + 3) & ~3;

    /// <summary>Writes the address into zeros.</summary>
    public static void Write(Card card, Span<byte> address)
    {
        int index = card.Index;
        ReadOnlySpan<byte> hardware = card.IsLoopback ? [] : [0, 0, 0x5e, 0, 0x53, (byte)index];
        address[0] = (byte)LengthOf(card);
        Begin(card, index, address);
        address[5] = (byte)card.Name.Length;
        address[6] = (byte)hardware.Length;
        Encoding.ASCII.GetBytes(card.Name, address[NameAt..]);
        hardware.CopyTo(address[(NameAt + card.Name.Length)..]);
    }

    /// <summary>The length of an address without a name, in a message.</summary>
    public static int NamelessLength => (LeastLength + 3) & ~3;

    /// <summary>Writes an address that has only index and type: null_sdl of arp_rtrequest.</summary>
    public static void WriteNameless(Card card, Span<byte> address)
    {
        address[0] = LeastLength;
        Begin(card, card.Index, address);
    }

    private static void Begin(Card card, int index, Span<byte> address)
    {
        address[1] = Family;
        BinaryPrimitives.WriteUInt16LittleEndian(address[2..], (ushort)index);
        address[4] = TypeOf(card);
    }

    private static int HardwareLengthOf(Card card) => card.IsLoopback ? 0 : HardwareLength;
}
