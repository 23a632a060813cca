using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>
/// Control messages in the byte order of i386: descriptors (SCM_RIGHTS), and others that are seldom right.
/// </summary>
internal static class Rights
{
    /// <summary>SOL_SOCKET.</summary>
    public const int Level = 0xffff;

    /// <summary>SCM_RIGHTS.</summary>
    public const int Type = 1;

    /// <summary>sizeof(struct cmsghdr), in bytes.</summary>
    public const int HeaderLength = 12;

    /// <summary>One message with descriptors.</summary>
    public static Data Of(params ReadOnlySpan<int> descriptors)
    {
        Span<byte> content = new byte[descriptors.Length * sizeof(int)];
        for (int i = 0; i < descriptors.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content[(i * sizeof(int))..], descriptors[i]);
        }

        return Message(HeaderLength + content.Length, Level, Type, content);
    }

    /// <summary>A message with any header.</summary>
    public static Data Message(int length, int level, int type, ReadOnlySpan<byte> content)
    {
        byte[] bytes = new byte[HeaderLength + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), level);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), type);
        content.CopyTo(bytes.AsSpan(HeaderLength));
        return Data.Of(bytes);
    }

    /// <summary>The descriptors of control data that is one message with them; null if it is not.</summary>
    public static int[]? In(Data control)
    {
        byte[] bytes = control.ToArray();
        if (bytes.Length < HeaderLength || bytes.Length % sizeof(int) != 0)
        {
            return null;
        }

        int[] words = new int[bytes.Length / sizeof(int)];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * sizeof(int)));
        }

        return words is [_, Level, Type, .. var descriptors] && words[0] == bytes.Length ? descriptors : null;
    }
}
