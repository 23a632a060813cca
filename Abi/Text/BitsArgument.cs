using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// Flags with names, such as those of send(2), recv(2) and poll(2), separated by <c>|</c>. Bits without a name are a
/// hexadecimal number: <c>0x200</c>.
/// </summary>
/// <param name="prefix">What the names begin with.</param>
internal sealed class BitsArgument<T>(string prefix) : Syntax<T>
    where T : struct, Enum
{
    private const string BitsPrefix = "0x";

    private static readonly (string Name, int Value)[] Names =
    [
        .. Enum.GetValues<T>().Select(flag => (flag.ToString(), ToInt(flag))).Where(flag => flag.Item2 != 0),
    ];

    /// <summary>True if the next token is a flag.</summary>
    public bool IsAt(Scanner scanner) =>
        scanner.Word.StartsWith(prefix) || scanner.Word.StartsWith(BitsPrefix);

    public override void Print(StringBuilder text, T value)
    {
        string separator = "";
        int left = ToInt(value);
        foreach ((string name, int flag) in Names)
        {
            if ((left & flag) != 0)
            {
                text.Append(separator).Append(name);
                separator = "|";
                left &= ~flag;
            }
        }

        if (left != 0 || ToInt(value) == 0)
        {
            text.Append(separator).Append(BitsPrefix).Append(((uint)left).ToString("x", CultureInfo.InvariantCulture));
        }
    }

    public override T Parse(Scanner scanner)
    {
        int flags = ParseOne(scanner);
        while (scanner.TryTake('|'))
        {
            flags |= ParseOne(scanner);
        }

        return (T)Enum.ToObject(typeof(T), flags);
    }

    private static int ParseOne(Scanner scanner)
    {
        foreach ((string name, int flag) in Names)
        {
            if (scanner.TryTakeWord(name))
            {
                return flag;
            }
        }

        ReadOnlySpan<char> word = scanner.Word;
        if (word.StartsWith(BitsPrefix)
            && int.TryParse(word[BitsPrefix.Length..], NumberStyles.AllowHexSpecifier, null, out int bits))
        {
            scanner.TakeWord();
            return bits;
        }

        throw scanner.Expected($"a flag: {NearNames.Of(word, Names.Select(n => n.Name))}, or bits such as 0x200");
    }

    private static int ToInt(T value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
