namespace Verify.Abi;

/// <summary>
/// Bytes that a call sends or receives, of any length. Up to eight are kept in one word, so that short data does not
/// allocate.
/// </summary>
public readonly struct Data : IEquatable<Data>
{
    /// <summary>The most bytes that one word holds.</summary>
    public const int MostInWord = 8;

    private readonly byte[]? _long;
    private readonly ulong _word;

    private Data(byte[]? bytes, ulong word, int length) => (_long, _word, Length) = (bytes, word, length);

    /// <summary>The length, in bytes.</summary>
    public int Length { get; }

    /// <summary>The first eight bytes as one number, the first one lowest; zero beyond the end.</summary>
    public ulong Word => _word;

    /// <summary>The byte at an index below the length.</summary>
    public byte this[int index] => _long is null ? (byte)(_word >> 8 * index) : _long[index];

    /// <summary>At most eight bytes.</summary>
    /// <param name="word">The bytes, the first one lowest; those beyond the length are ignored.</param>
    /// <param name="length">How many, from 0 to 8.</param>
    public static Data OfWord(ulong word, int length) =>
        new(null, length < MostInWord ? word & (1UL << 8 * length) - 1 : word, length);

    /// <summary>A copy of these bytes.</summary>
    public static Data Of(ReadOnlySpan<byte> bytes) =>
        new(bytes.Length > MostInWord ? bytes.ToArray() : null, WordOf(bytes), bytes.Length);

    /// <summary>The characters of a text, one byte each.</summary>
    /// <exception cref="ArgumentException">A character is above U+00FF.</exception>
    public static Data Of(string text) =>
        TryParse(text, out Data data) ? data : throw new ArgumentException("a character above U+00FF", nameof(text));

    /// <summary>
    /// The characters of a text, one byte each; one above U+00FF, which no byte can be, becomes a question mark.
    /// </summary>
    public static Data OfCharacters(string text) =>
        TryParse(text, out Data data) ? data
        : Of(string.Create(text.Length, text, static (bytes, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                bytes[i] = from[i] > byte.MaxValue ? '?' : from[i];
            }
        }));

    /// <summary>The characters of a text, one byte each; false if one is above U+00FF.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Data data)
    {
        data = default;
        Span<byte> bytes = text.Length > MostInWord ? new byte[text.Length] : stackalloc byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > byte.MaxValue)
            {
                return false;
            }

            bytes[i] = (byte)text[i];
        }

        data = Of(bytes);
        return true;
    }

    /// <summary>A part of the bytes.</summary>
    /// <param name="start">The index of the first one.</param>
    /// <param name="length">How many; start and length stay within the data.</param>
    public Data Slice(int start, int length) =>
        length == Length ? this
        : _long is null ? OfWord(start < MostInWord ? _word >> 8 * start : 0, length)
        : Of(_long.AsSpan(start, length));

    /// <summary>These bytes and then others.</summary>
    public Data Then(Data others)
    {
        if (Length == 0 || others.Length == 0)
        {
            return Length == 0 ? others : this;
        }

        byte[] bytes = new byte[Length + others.Length];
        CopyTo(bytes);
        others.CopyTo(bytes.AsSpan(Length));
        return Keeping(bytes);
    }

    /// <summary>These bytes and then zeros.</summary>
    /// <param name="length">The length of all; at least that of the data.</param>
    public Data PaddedTo(int length)
    {
        if (length == Length)
        {
            return this;
        }

        byte[] bytes = new byte[length];
        CopyTo(bytes);
        return Keeping(bytes);
    }

    /// <summary>
    /// These bytes without the zeros at the end, if there are 16 of them or more: what the trace text shows of them.
    /// </summary>
    public Data WithoutLongTail()
    {
        const int LongTail = 16;
        int end = Length;
        while (end > 0 && this[end - 1] == 0)
        {
            end--;
        }

        return Length - end < LongTail ? this : Slice(0, end);
    }

    /// <summary>A copy of the bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Same bytes.</summary>
    public bool Equals(Data other) =>
        Length == other.Length && _word == other._word
        && (_long is null || other._long is null || _long.AsSpan().SequenceEqual(other._long));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Data other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, _word);

    /// <summary>Same bytes.</summary>
    public static bool operator ==(Data left, Data right) => left.Equals(right);

    /// <summary>Not the same bytes.</summary>
    public static bool operator !=(Data left, Data right) => !left.Equals(right);

    /// <summary>One character for each byte, without quotes.</summary>
    public override string ToString() => string.Create(Length, this, static (text, data) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)data[i];
        }
    });

    private static ulong WordOf(ReadOnlySpan<byte> bytes)
    {
        ulong word = 0;
        for (int i = 0; i < Math.Min(bytes.Length, MostInWord); i++)
        {
            word |= (ulong)bytes[i] << 8 * i;
        }

        return word;
    }

    /// <summary>These bytes, which nobody else changes, without a copy.</summary>
    private static Data Keeping(byte[] bytes) =>
        new(bytes.Length > MostInWord ? bytes : null, WordOf(bytes), bytes.Length);

    private void CopyTo(Span<byte> bytes)
    {
        if (_long is not null)
        {
            _long.CopyTo(bytes);
            return;
        }

        for (int i = 0; i < Length; i++)
        {
            bytes[i] = this[i];
        }
    }
}
