using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// A message of a routing socket (S9), in i386's byte order: its kind, what is not 0 in its header, and its addresses.
/// <c>route [RTM_ADD pid 1 seq 7 flags RTF_UP|RTF_STATIC dst 10.2.0.0 gateway 10.0.0.9 netmask 255.255.0.0]</c>
/// </summary>
internal static class RouteText
{
    /// <summary>Precedes a message among data.</summary>
    public const string Word = "route";

    /// <summary>RTM_VERSION.</summary>
    private const byte Version = 5;

    /// <summary>Longer data is not written as a message: more than header and addresses have.</summary>
    private const int MostBytes = 1 << 11;

    private const int VersionAt = 2;
    private const int KindAt = 3;

    private static readonly Named<RouteMessageKind> Kind = new("the kind of a message",
        [.. Enum.GetValues<RouteMessageKind>().Select(kind => (kind.ToString(), kind))]);

    /// <summary>Prints data that is a message; false if the text would not be read as the same data.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="first">The data, or all but zeros at its end.</param>
    /// <param name="length">The length of all, in bytes.</param>
    public static bool TryPrint(StringBuilder text, Data first, int length)
    {
        if (first.Length <= KindAt || length > MostBytes || !Enum.IsDefined((RouteMessageKind)first[KindAt])
            || RouteHeader.Of((RouteMessageKind)first[KindAt]) is var header && length < header.Length)
        {
            return false;
        }

        Data data = first.PaddedTo(length);
        byte[] bytes = data.ToArray();
        string message = Format(bytes, header);
        bool isReadBack = first == data.WithoutLongTail()
            && TryParse(message) is { } parsed && parsed.AsSpan().SequenceEqual(bytes);
        text.Append(isReadBack ? $"{Word} {message}" : "");
        return isReadBack;
    }

    /// <summary>Parses a message behind its word.</summary>
    public static Data Parse(Scanner scanner) => Data.Of(ParseBytes(scanner));

    private static string Format(byte[] bytes, RouteHeader header)
    {
        var text = new StringBuilder("[");
        Kind.Print(text, (RouteMessageKind)bytes[KindAt]);
        Print(text, "length", LengthOf(bytes), bytes.Length);
        Print(text, "version", bytes[VersionAt], Version);
        header.Print(text, bytes);
        RouteAddresses.Print(text, bytes.AsSpan(header.Length), header.AddressesOf(bytes));
        return text.Append(']').ToString();
    }

    private static void Print(StringBuilder text, string name, int value, int usual) =>
        text.Append(value == usual ? "" : string.Create(CultureInfo.InvariantCulture, $" {name} {value}"));

    private static byte[]? TryParse(string message)
    {
        try
        {
            return ParseBytes(new Scanner("", 0, message));
        }
        catch (TraceFormatException)
        {
            return null;
        }
    }

    private static byte[] ParseBytes(Scanner scanner)
    {
        scanner.Take('[');
        RouteMessageKind kind = Kind.Parse(scanner);
        int? length = scanner.TryTakeWord("length") ? scanner.Number(0, ushort.MaxValue, "a length") : null;
        int version = scanner.TryTakeWord("version") ? scanner.Number(0, byte.MaxValue, "a version") : Version;
        RouteHeader layout = RouteHeader.Of(kind);
        byte[] header = layout.Parse(scanner, out bool statesAddresses);
        header[VersionAt] = (byte)version;
        header[KindAt] = (byte)kind;
        byte[] addresses = RouteAddresses.Parse(scanner, out int which);
        scanner.Take(']');
        if (!statesAddresses)
        {
            layout.SetAddresses(header, which);
        }

        byte[] bytes = [.. header, .. addresses];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(length ?? bytes.Length));
        return bytes;
    }

    private static int LengthOf(byte[] bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
