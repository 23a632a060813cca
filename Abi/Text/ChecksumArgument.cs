using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>A checksum of 16 bits: 0x1234.</summary>
internal sealed class ChecksumArgument : Syntax<ushort>
{
    private const string Prefix = "0x";

    public override void Print(StringBuilder text, ushort value) => text.Append($"{Prefix}{value:x4}");

    public override ushort Parse(Scanner scanner)
    {
        ReadOnlySpan<char> word = scanner.Word;
        if (!word.StartsWith(Prefix)
            || !ushort.TryParse(word[Prefix.Length..], NumberStyles.AllowHexSpecifier, null, out ushort value))
        {
            throw scanner.Expected("a checksum such as 0x1234");
        }

        scanner.TakeWord();
        return value;
    }
}
