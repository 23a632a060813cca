using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The flags of open(2), separated by <c>|</c>; bits without a name are a number. For fcntl(2), which takes no access
/// mode, O_RDONLY is printed only if there is nothing else.
/// </summary>
internal sealed class OpenOptionsArgument(bool hasAccess) : Syntax<OpenOptions>
{
    private static readonly Named<OpenOptions> Flag =
        new("a flag", Enum.GetValues<OpenOptions>().Select(flag => (flag.ToString(), flag)).ToArray());

    private static readonly OpenOptions[] Bits =
        [.. Enum.GetValues<OpenOptions>().Where(flag => flag > OpenOptions.O_ACCMODE)];

    public override void Print(StringBuilder text, OpenOptions value)
    {
        OpenOptions left = value & ~OpenOptions.O_ACCMODE;
        OpenOptions access = value & OpenOptions.O_ACCMODE;
        string separator = "";
        if (hasAccess || access != 0 || left == 0)
        {
            Flag.Print(text, access);
            separator = "|";
        }

        foreach (OpenOptions flag in Bits.Where(flag => left.HasFlag(flag)))
        {
            text.Append(separator);
            Flag.Print(text, flag);
            separator = "|";
            left &= ~flag;
        }

        if (left != 0)
        {
            text.Append(separator);
            Flag.Print(text, left);
        }
    }

    public override OpenOptions Parse(Scanner scanner)
    {
        OpenOptions flags = Flag.Parse(scanner);
        while (scanner.TryTake('|'))
        {
            flags |= Flag.Parse(scanner);
        }

        return flags;
    }
}
