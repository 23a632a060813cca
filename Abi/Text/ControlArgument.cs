using System.Buffers.Binary;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// Control data (S12): <c>[SCM_RIGHTS 4 5, IP_RECVDSTADDR 10.0.0.2]</c>. Bytes that are no known message, or one that
/// is cut, are in quotes at the end.
/// </summary>
internal sealed class ControlArgument : Syntax<Data>
{
    /// <summary>Precedes control data among arguments and in results.</summary>
    public const string Word = "control";

    /// <summary>sizeof(struct cmsghdr): length, level and type.</summary>
    private const int HeaderLength = 12;

    /// <summary>A message starts at a multiple of it.</summary>
    private const int Alignment = 4;

    public override void Print(StringBuilder text, Data value)
    {
        byte[] bytes = value.ToArray();
        ReadOnlySpan<byte> left = bytes;
        string separator = "";
        text.Append('[');
        while (!left.IsEmpty)
        {
            text.Append(separator);
            separator = ", ";
            left = PrintFirst(text, left);
        }

        text.Append(']');
    }

    public override Data Parse(Scanner scanner)
    {
        List<byte> bytes = [];
        scanner.Take('[');
        if (scanner.TryTake(']'))
        {
            return default;
        }

        do
        {
            bytes.AddRange(scanner.At('"') ? Terms.Data.Parse(scanner).ToArray() : ParseMessage(scanner));
        }
        while (scanner.TryTake(','));
        scanner.Take(']');
        return Data.Of([.. bytes]);
    }

    /// <summary>Prints the first message, or everything if none is known, and returns what follows.</summary>
    private static ReadOnlySpan<byte> PrintFirst(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= HeaderLength)
        {
            int length = Int(bytes);
            (int level, int type) = (Int(bytes[4..]), Int(bytes[8..]));
            ControlKind? kind = Array.Find(ControlKind.All, one => (one.Level, one.Type) == (level, type));
            if (kind is not null && length >= HeaderLength && length <= bytes.Length && length % Alignment == 0
                && kind.TryPrint(bytes[HeaderLength..length]) is { } content)
            {
                text.Append(kind.Name).Append(content);
                return bytes[length..];
            }
        }

        Terms.Data.Print(text, Data.Of(bytes));
        return default;
    }

    private static byte[] ParseMessage(Scanner scanner)
    {
        ControlKind kind = Array.Find(ControlKind.All, one => scanner.TryTakeWord(one.Name))
            ?? throw scanner.Expected($"control data: {Near(scanner.Word)}, or bytes in quotes");
        byte[] content = kind.Parse(scanner);
        byte[] message = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), kind.Level);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), kind.Type);
        content.CopyTo(message, HeaderLength);
        return message;
    }

    private static string Near(ReadOnlySpan<char> word) =>
        NearNames.Of(word, ControlKind.All.Select(one => one.Name));

    private static int Int(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);
}
