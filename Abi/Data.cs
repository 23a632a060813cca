using System.Text;

namespace Verify.Abi;

/// <summary>
/// The data of a datagram: up to eight printable ASCII characters in one word, so that calls do not allocate. This
/// distinguishes datagrams; sizes belong to S11.
/// </summary>
public readonly record struct Data
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 8;

    private readonly ulong _characters;

    private Data(ulong characters, int length) => (_characters, Length) = (characters, (byte)length);

    /// <summary>The length in bytes, 0 to 8.</summary>
    public byte Length { get; }

    /// <summary>The characters as one number, the first in the lowest byte.</summary>
    public ulong Bits => _characters;

    /// <summary>Parses a text of at most eight characters from 0x20 to 0x7e.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Data data)
    {
        data = default;
        if (text.Length > MaxLength)
        {
            return false;
        }

        ulong characters = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~')
            {
                return false;
            }

            characters |= (ulong)text[i] << 8 * i;
        }

        data = new Data(characters, text.Length);
        return true;
    }

    /// <summary>The data for a text of at most eight printable characters.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static Data Of(string text) =>
        TryParse(text, out Data data)
            ? data
            : throw new ArgumentException("at most 8 printable characters", nameof(text));

    /// <summary>The text itself, without quotes.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Length);
        for (int i = 0; i < Length; i++)
        {
            text.Append((char)(_characters >> 8 * i & 0xff));
        }

        return text.ToString();
    }
}
