using System.Buffers.Binary;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>Reads SCM_RIGHTS in the control data of an outcome.</summary>
internal static class PassedDescriptors
{
    /// <summary>sizeof(struct cmsghdr), and SCM_RIGHTS, which is at the end of it.</summary>
    private const int HeaderSize = 12;
    private const int RightsType = 1;

    /// <summary>The descriptors, as far as they are not cut; none if the control data is something else.</summary>
    public static int[] In(Data control)
    {
        byte[] bytes = control.ToArray();
        return bytes.Length < HeaderSize || bytes[HeaderSize - sizeof(int)] != RightsType
            ? []
            : [.. Enumerable.Range(HeaderSize / sizeof(int), (bytes.Length - HeaderSize) / sizeof(int))
                .Select(i => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * sizeof(int))))];
    }
}
