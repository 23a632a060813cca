using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The addresses behind the header of a routing message, each by its name. One of the Internet is <c>10.0.0.1</c>, a
/// mask in the form of the kernel's table <c>/24</c>, one of the link layer <c>link fxp0 1 6 00005e005301</c>, without
/// a name <c>link 1 6</c>, and any other is in quotes, all of its bytes.
/// </summary>
internal static class RouteAddresses
{
    private const string Link = "link";

    /// <summary>sizeof(struct sockaddr_in), AF_INET.</summary>
    private const byte InetLength = 16, InetFamily = 2;

    /// <summary>sizeof(struct sockaddr_dl), AF_LINK.</summary>
    private const byte LinkLength = 54, LinkFamily = 18;

    /// <summary>Addresses start at multiples of it: sizeof(long).</summary>
    private const int Alignment = 4;

    /// <summary>By their bits, the lowest first: RTA_DST to RTA_BRD.</summary>
    private static readonly string[] Names =
        ["dst", "gateway", "netmask", "genmask", "ifp", "ifa", "author", "brd"];

    private static readonly LinkControl Named = new(Names);

    /// <summary>How many of the addresses that a message should have are in its bytes.</summary>
    public static int CountOf(ReadOnlySpan<byte> bytes, int which)
    {
        int count = 0;
        for (int bit = 0; bit < Names.Length && !bytes.IsEmpty; bit++)
        {
            if ((which >> bit & 1) != 0)
            {
                bytes = bytes[SizeOf(bytes)..];
                count++;
            }
        }

        return count;
    }

    public static void Print(StringBuilder text, ReadOnlySpan<byte> bytes, int which)
    {
        for (int bit = 0; bit < Names.Length && !bytes.IsEmpty; bit++)
        {
            if ((which >> bit & 1) != 0)
            {
                int size = SizeOf(bytes);
                text.Append($" {Names[bit]} ");
                PrintOne(text, bytes[..size]);
                bytes = bytes[size..];
            }
        }
    }

    /// <summary>Parses addresses in their order.</summary>
    /// <param name="scanner">At the name of the first one, if there is any.</param>
    /// <param name="which">A bit for each address.</param>
    public static byte[] Parse(Scanner scanner, out int which)
    {
        List<byte> bytes = [];
        which = 0;
        for (int bit = 0; bit < Names.Length; bit++)
        {
            if (scanner.TryTakeWord(Names[bit]))
            {
                which |= 1 << bit;
                bytes.AddRange(ParseOne(scanner));
            }
        }

        return [.. bytes];
    }

    private static int SizeOf(ReadOnlySpan<byte> bytes) =>
        Math.Min(Math.Max((bytes[0] + Alignment - 1) / Alignment, 1) * Alignment, bytes.Length);

    private static void PrintOne(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == InetLength && bytes.SequenceEqual(Inet(new Ipv4(Number(bytes[4..])))))
        {
            text.Append(new Ipv4(Number(bytes[4..])));
        }
        else if (bytes.SequenceEqual(Nameless(Index(bytes), bytes.Length > 4 ? bytes[4] : (byte)0)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Link} {Index(bytes)} {bytes[4]}");
        }
        else if (bytes[0] == bytes.Length && bytes.Length > 1 && bytes[1] == LinkFamily
            && Named.TryPrint(bytes) is { } link)
        {
            text.Append(Link).Append(link);
        }
        else
        {
            PrintMask(text, bytes);
        }
    }

    private static void PrintMask(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        for (int prefix = 0; prefix <= 32; prefix++)
        {
            if (bytes.SequenceEqual(Mask(prefix)))
            {
                text.Append(CultureInfo.InvariantCulture, $"/{prefix}");
                return;
            }
        }

        Quotation.Print(text, Data.Of(bytes).ToString());
    }

    private static byte[] ParseOne(Scanner scanner)
    {
        if (scanner.At('"'))
        {
            return Terms.Data.Parse(scanner).ToArray();
        }

        if (scanner.TryTake('/'))
        {
            return Mask(scanner.Number(0, 32, "a prefix length"));
        }

        return !scanner.TryTakeWord(Link) ? Inet(Terms.Address.Parse(scanner))
            : !scanner.Word.IsEmpty && char.IsAsciiDigit(scanner.Word[0])
                ? Nameless(
                    scanner.Number(0, ushort.MaxValue, "the index of an interface"),
                    (byte)scanner.Number(0, byte.MaxValue, "the type of an interface"))
                : Named.Parse(scanner);
    }

    private static byte[] Inet(Ipv4 address)
    {
        byte[] bytes = new byte[InetLength];
        (bytes[0], bytes[1]) = (InetLength, InetFamily);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), address.Value);
        return bytes;
    }

    private static byte[] Nameless(int index, byte type)
    {
        byte[] bytes = new byte[(LinkLength + Alignment - 1) / Alignment * Alignment];
        (bytes[0], bytes[1], bytes[4]) = (LinkLength, LinkFamily, type);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)index);
        return bytes;
    }

    /// <summary>
    /// A mask as the kernel's tables keep it: its length without zeros at the end, three bytes that are not compared,
    /// and the mask; four zeros for that of every address.
    /// </summary>
    private static byte[] Mask(int prefix)
    {
        int length = (prefix + 7) / 8;
        byte[] bytes = new byte[Alignment + (length > 0 ? Alignment : 0)];
        if (length > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(Alignment), (uint)(0xffff_ffffUL << 32 - prefix));
            bytes.AsSpan(1, 3).Fill(0xff);
            bytes[0] = (byte)(Alignment + length);
        }

        return bytes;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static int Index(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 4 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
}
