using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The interface that a datagram came from, a struct sockaddr_dl: <c>IP_RECVIF fxp0 2 6 00005e005302</c> has its name,
/// index, type and hardware address, if any.
/// </summary>
internal sealed class LinkControl() : ControlKind("IP_RECVIF", 0, 20)
{
    /// <summary>AF_LINK.</summary>
    private const byte Family = 18;

    /// <summary>The bytes before the name.</summary>
    private const int NameAt = 8;

    /// <summary>sizeof(struct sockaddr_dl), with room for source routes, in whole words: it is never shorter.</summary>
    private const int LeastLength = 56;

    public override byte[] Parse(Scanner scanner)
    {
        byte[] name = Encoding.ASCII.GetBytes(scanner.Word.ToString());
        if (name.Length is 0 or > 16)
        {
            throw scanner.Expected("the name of an interface");
        }

        scanner.TakeWord();
        int index = scanner.Number(0, ushort.MaxValue, "the index of an interface");
        int type = scanner.Number(0, byte.MaxValue, "the type of an interface");
        byte[] hardware = ParseHardware(scanner);
        int length = Math.Max(LeastLength, (NameAt + name.Length + hardware.Length + 3) / 4 * 4);
        byte[] bytes = new byte[length];
        bytes[0] = (byte)length;
        bytes[1] = Family;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)index);
        bytes[4] = (byte)type;
        bytes[5] = (byte)name.Length;
        bytes[6] = (byte)hardware.Length;
        name.CopyTo(bytes, NameAt);
        hardware.CopyTo(bytes, NameAt + name.Length);
        return bytes;
    }

    protected override string? Format(ReadOnlySpan<byte> content)
    {
        if (content.Length < LeastLength)
        {
            return null;
        }

        (int name, int hardware) = (content[5], content[6]);
        if (name is 0 or > 16 || hardware > 16 || NameAt + name + hardware > content.Length
            || !IsName(content.Slice(NameAt, name)))
        {
            return null;
        }

        string letters = Encoding.ASCII.GetString(content.Slice(NameAt, name));
        int index = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
        string address = hardware == 0
            ? "" : " " + Convert.ToHexStringLower(content.Slice(NameAt + name, hardware));
        return string.Create(CultureInfo.InvariantCulture, $" {letters} {index} {content[4]}{address}");
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (byte letter in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] ParseHardware(Scanner scanner)
    {
        ReadOnlySpan<char> word = scanner.Word;
        byte[] bytes = new byte[word.Length / 2];
        if (word.Length > 2 * 16
            || Convert.FromHexString(word, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw scanner.Expected("a hardware address such as 00005e005302");
        }

        scanner.TakeWord();
        return bytes;
    }
}
