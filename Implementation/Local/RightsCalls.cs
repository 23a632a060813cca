using System.Buffers.Binary;
using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Control data of local sockets: descriptors become open files while they are in a message, and descriptors of the
/// receiver at its end (S9). unp_internalize and unp_externalize.
/// </summary>
internal sealed class RightsCalls(FileTable files)
{
    /// <summary>sizeof(struct cmsghdr), and where its fields are.</summary>
    private const int HeaderLength = 12;
    private const int LevelAt = 4;
    private const int TypeAt = 8;

    /// <summary>SOL_SOCKET, SCM_RIGHTS and SCM_CREDS.</summary>
    private const int Level = 0xffff;
    private const int RightsType = 1;
    private const int CredentialsType = 3;

    /// <summary>CMGROUP_MAX.</summary>
    private const int MostGroups = 16;

    /// <summary>
    /// EINVAL unless it is one message of a known type and of its whole length, EBADF for a descriptor that is not
    /// open. Credentials are written over what the caller has put there.
    /// </summary>
    public Errno Internalize(Process caller, Data control, out Attachment attached)
    {
        attached = default;
        byte[] bytes = control.ToArray();
        int type = IntAt(bytes, TypeAt);
        if (type is not (RightsType or CredentialsType) || IntAt(bytes, LevelAt) != Level
            || IntAt(bytes, 0) != bytes.Length)
        {
            return Errno.EINVAL;
        }

        if (type == CredentialsType)
        {
            WriteCredentials(caller, bytes.AsSpan(HeaderLength));
            attached = new Attachment(Data.Of(bytes), rights: null);
            return Errno.None;
        }

        var rights = new OpenFile[(bytes.Length - HeaderLength) / sizeof(int)];
        for (int i = 0; i < rights.Length; i++)
        {
            if (caller.Descriptors[IntAt(bytes, HeaderLength + i * sizeof(int))] is not { } file)
            {
                return Errno.EBADF;
            }

            rights[i] = file;
        }

        files.Send(rights);
        attached = new Attachment(Header(rights.Length), rights);
        return Errno.None;
    }

    /// <summary>
    /// Opens the descriptors of a message. If they do not all fit below the receiver's limit, or one of them is a
    /// socket that must not come into its prison (D13, G1), all are closed.
    /// </summary>
    /// <param name="receiver">The process that gets them.</param>
    /// <param name="message">The message, which then has none.</param>
    /// <param name="control">The control data that the receiver sees.</param>
    public Errno Externalize(Process receiver, Datagram message, out Data control)
    {
        control = message.Control[0];
        if (message.Rights is not OpenFile[] rights)
        {
            return Errno.None;
        }

        Errno error = !MayReceive(receiver, rights) ? Errno.EPERM
            : !HasRoom(receiver, Math.Max(rights.Length, 1)) ? Errno.EMSGSIZE
            : Errno.None;
        message.Rights = null;
        if (error != Errno.None)
        {
            files.Discard(rights);
            return error;
        }

        Span<int> numbers = stackalloc int[rights.Length];
        files.Receive(rights, receiver.Descriptors, receiver.Limits.Soft, numbers);
        Span<byte> content = stackalloc byte[rights.Length * sizeof(int)];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content[(i * sizeof(int))..], numbers[i]);
        }

        control = Header(rights.Length).Slice(0, HeaderLength).Then(Data.Of(content));
        return Errno.None;
    }

    /// <summary>Gives back the references of a message that could not be sent.</summary>
    public void Dispose(in Attachment attached)
    {
        if (attached.Rights is { } rights)
        {
            files.Discard(rights);
        }
    }

    /// <summary>
    /// Sockets with network addresses stay within their prison, or on the host: whoever has them may use them as their
    /// creator's prison allows (D7).
    /// </summary>
    internal static bool MayReceive(Process receiver, OpenFile[] rights)
    {
        foreach (OpenFile file in rights)
        {
            if (file.Socket is { } socket && !SocketFamilies.HasNoAddress(socket.Protocol.Family)
                && !socket.Owner.IsInSamePrison(receiver.Credentials))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>fdavail.</summary>
    private static bool HasRoom(Process receiver, int wanted)
    {
        int limit = receiver.Limits.Soft;
        ReadOnlySpan<OpenFile?> open = receiver.Descriptors.Files;
        int free = Math.Max(limit - open.Length, 0);
        for (int fd = 0; fd < Math.Min(open.Length, limit); fd++)
        {
            free += open[fd] is null ? 1 : 0;
        }

        return free >= wanted;
    }

    /// <summary>The message while it has open files in place of descriptors, which take the same space.</summary>
    private static Data Header(int count)
    {
        byte[] bytes = new byte[HeaderLength + count * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LevelAt), Level);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(TypeAt), RightsType);
        return Data.Of(bytes);
    }

    /// <summary>struct cmsgcred, as much of it as there is room for.</summary>
    private static void WriteCredentials(Process caller, Span<byte> room)
    {
        int groups = Math.Min(1 + caller.Credentials.Others.Count, MostGroups);
        Span<byte> bytes = stackalloc byte[(5 + groups) * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, caller.Pid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], caller.Ids.RealUid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], caller.Credentials.Uid);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], caller.Ids.RealGid);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[16..], (short)groups);
        for (int i = 0; i < groups; i++)
        {
            int group = i == 0 ? caller.Credentials.Gid : caller.Credentials.Others[i - 1];
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(20 + i * sizeof(int))..], group);
        }

        // The two bytes of padding behind the count stay as the caller has them.
        const int padding = 18;
        Copy(bytes[..padding], room);
        if (room.Length > padding + 2)
        {
            Copy(bytes[(padding + 2)..], room[(padding + 2)..]);
        }
    }

    private static void Copy(ReadOnlySpan<byte> bytes, Span<byte> room) =>
        bytes[..Math.Min(bytes.Length, room.Length)].CopyTo(room);

    private static int IntAt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
