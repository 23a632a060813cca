using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The flags of send(2) and recv(2), separated by <c>|</c>. Bits without a name are a hexadecimal number: <c>0x200</c>.
/// </summary>
internal sealed class MessageOptionsArgument : Syntax<MessageOptions>
{
    private const string NamePrefix = "MSG_";
    private const string BitsPrefix = "0x";

    private static readonly (string Name, MessageOptions Value)[] Names =
    [
        .. Enum.GetValues<MessageOptions>().Where(option => option != MessageOptions.None)
            .Select(option => (option.ToString(), option)),
    ];

    /// <summary>True if the next token is a flag.</summary>
    public static bool IsAt(Scanner scanner) =>
        scanner.Word.StartsWith(NamePrefix) || scanner.Word.StartsWith(BitsPrefix);

    public override void Print(StringBuilder text, MessageOptions value)
    {
        string separator = "";
        foreach ((string name, MessageOptions option) in Names)
        {
            if ((value & option) != 0)
            {
                text.Append(separator).Append(name);
                separator = "|";
                value &= ~option;
            }
        }

        if (value != MessageOptions.None)
        {
            text.Append(separator).Append(BitsPrefix).Append(((uint)value).ToString("x", CultureInfo.InvariantCulture));
        }
    }

    public override MessageOptions Parse(Scanner scanner)
    {
        MessageOptions options = ParseOne(scanner);
        while (scanner.TryTake('|'))
        {
            options |= ParseOne(scanner);
        }

        return options;
    }

    private static MessageOptions ParseOne(Scanner scanner)
    {
        foreach ((string name, MessageOptions option) in Names)
        {
            if (scanner.TryTakeWord(name))
            {
                return option;
            }
        }

        ReadOnlySpan<char> word = scanner.Word;
        if (word.StartsWith(BitsPrefix)
            && int.TryParse(word[BitsPrefix.Length..], NumberStyles.AllowHexSpecifier, null, out int bits))
        {
            scanner.TakeWord();
            return (MessageOptions)bits;
        }

        throw scanner.Expected($"a flag: {NearNames.Of(word, Names.Select(n => n.Name))}, or bits such as 0x200");
    }
}
