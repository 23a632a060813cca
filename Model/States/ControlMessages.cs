using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>The form of control messages (S12), and SCM_RIGHTS as an outcome has it.</summary>
internal static class ControlMessages
{
    /// <summary>sizeof(struct cmsghdr), in bytes.</summary>
    public const int HeaderSize = 12;

    /// <summary>SCM_RIGHTS, which stands at the end of the header.</summary>
    public const int RightsType = 1;

    /// <summary>The descriptors, as far as they are not cut; none if the control data is something else.</summary>
    public static int[] DescriptorsIn(Data control)
    {
        byte[] bytes = control.ToArray();
        return bytes.Length < HeaderSize || bytes[HeaderSize - sizeof(int)] != RightsType
            ? []
            : [.. Enumerable.Range(HeaderSize / sizeof(int), (bytes.Length - HeaderSize) / sizeof(int))
                .Select(i => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * sizeof(int))))];
    }
}
