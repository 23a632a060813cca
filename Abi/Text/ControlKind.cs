using System.Buffers.Binary;
using System.Globalization;

namespace Verify.Abi.Text;

/// <summary>A kind of control message, and how its content is written. Integers are in i386's byte order.</summary>
/// <param name="name">Its name.</param>
/// <param name="level">cmsg_level.</param>
/// <param name="type">cmsg_type.</param>
internal abstract class ControlKind(string name, int level, int type)
{
    /// <summary>Every kind.</summary>
    public static ControlKind[] All { get; } =
    [
        new RightsControl(), new CredentialsControl(), new TimestampControl(), new AddressControl(),
        new LinkControl(),
    ];

    public string Name => name;

    public int Level => level;

    public int Type => type;

    /// <summary>The content with a blank before each part; null if it has not the usual form.</summary>
    public string? TryPrint(ReadOnlySpan<byte> content) =>
        Format(content) is { } text
        && Parse(new Scanner("", 0, text)).AsSpan().SequenceEqual(content) ? text : null;

    /// <summary>The bytes of a content.</summary>
    /// <exception cref="TraceFormatException">The next token is something else.</exception>
    public abstract byte[] Parse(Scanner scanner);

    /// <summary>
    /// A text for a content; null, or one that stands for another content, if it has not the usual form.
    /// </summary>
    protected abstract string? Format(ReadOnlySpan<byte> content);

    /// <summary>Integers up to the next token that is none.</summary>
    protected static List<int> ParseIntegers(Scanner scanner, string what)
    {
        List<int> numbers = [];
        while (!scanner.Word.IsEmpty)
        {
            numbers.Add(scanner.Number(int.MinValue, int.MaxValue, what));
        }

        return numbers;
    }

    protected static int IntAt(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes[(index * sizeof(int))..]);

    protected static byte[] BytesOf(IReadOnlyList<int> numbers)
    {
        byte[] bytes = new byte[numbers.Count * sizeof(int)];
        for (int i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return bytes;
    }

    protected static string Words<T>(IEnumerable<T> words) =>
        string.Concat(words.Select(word => string.Create(CultureInfo.InvariantCulture, $" {word}")));
}

/// <summary>Descriptors: <c>SCM_RIGHTS 4 5</c>.</summary>
internal sealed class RightsControl() : ControlKind("SCM_RIGHTS", 0xffff, 1)
{
    public override byte[] Parse(Scanner scanner) => BytesOf(ParseIntegers(scanner, "a descriptor"));

    protected override string? Format(ReadOnlySpan<byte> content)
    {
        List<int> descriptors = [];
        for (int i = 0; i < content.Length / sizeof(int); i++)
        {
            descriptors.Add(IntAt(content, i));
        }

        return Words(descriptors);
    }
}

/// <summary>
/// struct cmsgcred: <c>SCM_CREDS 2 1001 1001 100 100 5</c> has pid, uid, effective uid, gid and the groups. Without
/// numbers everything is zero.
/// </summary>
internal sealed class CredentialsControl() : ControlKind("SCM_CREDS", 0xffff, 3)
{
    /// <summary>pid, uid, euid and gid.</summary>
    private const int Ids = 4;

    /// <summary>CMGROUP_MAX.</summary>
    private const int MostGroups = 16;

    /// <summary>sizeof(struct cmsgcred), in integers: the count of groups is 16 bits, and 16 bits of padding.</summary>
    private const int Size = Ids + 1 + MostGroups;

    public override byte[] Parse(Scanner scanner)
    {
        int start = scanner.Mark();
        List<int> numbers = ParseIntegers(scanner, "an id");
        if (numbers.Count is not 0 and (< Ids or > Ids + MostGroups))
        {
            throw scanner.Expected($"pid, uid, effective uid, gid and at most {MostGroups} groups", start);
        }

        int[] all = new int[Size];
        if (numbers.Count > 0)
        {
            numbers.CopyTo(0, all, 0, Ids);
            all[Ids] = numbers.Count - Ids;
            numbers.CopyTo(Ids, all, Ids + 1, numbers.Count - Ids);
        }

        return BytesOf(all);
    }

    protected override string? Format(ReadOnlySpan<byte> content)
    {
        if (content.Length != Size * sizeof(int) || IntAt(content, Ids) is < 0 or > MostGroups)
        {
            return null;
        }

        List<int> numbers = [];
        for (int i = 0; i < Ids + 1 + IntAt(content, Ids); i++)
        {
            if (i != Ids)
            {
                numbers.Add(IntAt(content, i));
            }
        }

        return numbers.TrueForAll(number => number == 0) && numbers.Count == Ids ? "" : Words(numbers);
    }
}

/// <summary>struct timeval: <c>SCM_TIMESTAMP 1.000250</c>, in seconds.</summary>
internal sealed class TimestampControl() : ControlKind("SCM_TIMESTAMP", 0xffff, 2)
{
    private const int Second = 1_000_000;
    private const string What = "seconds such as 1.000250";

    public override byte[] Parse(Scanner scanner)
    {
        ReadOnlySpan<char> word = scanner.Word;
        int point = word.IndexOf('.');
        if (point < 0 || word.Length - point != 7
            || !int.TryParse(word[..point], NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            || !int.TryParse(word[(point + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int rest))
        {
            throw scanner.Expected(What);
        }

        scanner.TakeWord();
        return BytesOf([seconds, rest]);
    }

    protected override string? Format(ReadOnlySpan<byte> content) =>
        content.Length == 2 * sizeof(int) && IntAt(content, 0) >= 0 && IntAt(content, 1) is >= 0 and < Second
            ? string.Create(CultureInfo.InvariantCulture, $" {IntAt(content, 0)}.{IntAt(content, 1):D6}")
            : null;
}

/// <summary>The destination of a datagram: <c>IP_RECVDSTADDR 10.0.0.2</c>.</summary>
internal sealed class AddressControl() : ControlKind("IP_RECVDSTADDR", 0, 7)
{
    public override byte[] Parse(Scanner scanner)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Terms.Address.Parse(scanner).Value);
        return bytes;
    }

    protected override string? Format(ReadOnlySpan<byte> content) =>
        content.Length == sizeof(uint) ? $" {new Ipv4(BinaryPrimitives.ReadUInt32BigEndian(content))}" : null;
}
