using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// Bytes in quotes. strace(1) cuts long data, and writes the whole length behind: <c>"abc"..., 4096</c>. In an argument
/// the bytes left out are zeros. A message of a routing socket is written as one, see <see cref="RouteText"/>.
/// </summary>
internal sealed class Payload : Syntax<Data>
{
    /// <summary>The longest data in a trace, in bytes: more than the largest socket buffer.</summary>
    public const int MostBytes = 1 << 18;

    private const string Cut = "...";

    public override void Print(StringBuilder text, Data value) =>
        PrintFirst(text, value.WithoutLongTail(), value.Length);

    public override Data Parse(Scanner scanner) => ParseFirst(scanner, out int length).PaddedTo(length);

    /// <summary>True if the next token begins data.</summary>
    public static bool IsAt(Scanner scanner) => scanner.At('"') || scanner.Word.SequenceEqual(RouteText.Word);

    /// <summary>Prints the first bytes, and the whole length if there are more.</summary>
    public static void PrintFirst(StringBuilder text, Data first, int length)
    {
        if (!RouteText.TryPrint(text, first, length))
        {
            PrintQuoted(text, first, length);
        }
    }

    /// <summary>The same in quotes, whatever the bytes are.</summary>
    public static void PrintQuoted(StringBuilder text, Data first, int length)
    {
        Quotation.Print(text, first.ToString());
        text.Append(first.Length == length ? "" : $"{Cut}, {length}");
    }

    /// <summary>Parses the bytes that are written, and the whole length.</summary>
    public static Data ParseFirst(Scanner scanner, out int length)
    {
        if (scanner.TryTakeWord(RouteText.Word))
        {
            Data message = RouteText.Parse(scanner);
            length = message.Length;
            return message.WithoutLongTail();
        }

        int start = scanner.Mark();
        if (!Data.TryParse(scanner.Quoted("data"), out Data first) || first.Length > MostBytes)
        {
            throw scanner.Expected($"at most {MostBytes} bytes, none above \\xff", start);
        }

        length = first.Length;
        if (scanner.TryTakeWord(Cut))
        {
            scanner.Take(',');
            length = scanner.Number(first.Length, MostBytes, "the length of all data");
        }

        return first;
    }
}
