using System.Buffers.Binary;
using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;
using static Verify.Model.States.ControlMessages;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Control data on local sockets: descriptors, which are open files on their way, and credentials (S9, J8, G1).
/// </summary>
internal static class PassingRules
{
    public static readonly Rule ControlLength = new(
        "S12.control-length", "sendmsg fails with EINVAL for control data of less than 12 bytes, or more than 108.",
        "kern/uipc_syscalls.c:sockargs");
    public static readonly Rule ControlTooLong = new(
        "S12.control-room",
        "sendmsg fails with EMSGSIZE if its control data, or a datagram with it, is larger than the send buffer.",
        "D47");
    public static readonly Rule ControlUnknown = new(
        "S9.control-unknown",
        "sendmsg on a local socket fails with EINVAL unless its control data is one whole message with descriptors or "
        + "credentials.",
        "kern/uipc_usrreq.c:unp_internalize");
    public static readonly Rule ControlNoDescriptor = new(
        "S9.control-descriptor", "sendmsg fails with EBADF if a descriptor in its control data is not open.",
        "kern/uipc_usrreq.c:unp_internalize");
    public static readonly Rule ControlCredentials = new(
        "S9.control-credentials",
        "SCM_CREDS arrives with the sender's pid, real and effective user id, real group id and groups.",
        "kern/uipc_usrreq.c:unp_internalize");
    public static readonly Rule ControlPasses = new(
        "S9.control-passes", "SCM_RIGHTS sends the open files of the descriptors, whatever becomes of these.",
        "kern/uipc_usrreq.c:unp_internalize");
    public static readonly Rule PassPrison = new(
        "G1.pass-prison",
        "recvmsg fails with EPERM, and closes all descriptors of the message, if one is of a socket that can have an "
        + "address and was created in another prison, or on the host.",
        "D13");
    public static readonly Rule RightsArrive = new(
        "S9.rights-arrive",
        "recvmsg with room for control data opens each descriptor as the lowest free one, even if their numbers are "
        + "cut.",
        "kern/uipc_usrreq.c:unp_externalize");
    public static readonly Rule RightsNoRoom = new(
        "S9.rights-room",
        "recvmsg fails with EMSGSIZE, and closes all descriptors of the message, if they do not fit below the limit.",
        "kern/uipc_usrreq.c:unp_externalize");
    public static readonly Rule RightsUnwanted = new(
        "S9.rights-unwanted", "Descriptors that are received without room for control data are closed.", "D44");
    public static readonly Rule RightsPeeked = new(
        "S9.rights-peeked", "With MSG_PEEK, recvmsg returns no descriptors.", "D43");

    /// <summary>MLEN: all that sockargs takes.</summary>
    private const int MostControl = 108;

    /// <summary>SOL_SOCKET.</summary>
    private const int Level = 0xffff;

    /// <summary>SCM_CREDS.</summary>
    private const int CredentialsType = 3;

    /// <summary>CMGROUP_MAX.</summary>
    private const int MostGroups = 16;

    /// <summary>The denial of control data that cannot be copied in.</summary>
    public static Denial? CopyDenial(Call.Sending call) =>
        call.Attached.Length is > 0 and < HeaderSize or > MostControl ? new Denial(Errno.EINVAL, ControlLength) : null;

    /// <summary>The denial of control data on a local socket, or the message that it makes.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="caller">The sender.</param>
    /// <param name="control">The control data; there is some.</param>
    /// <param name="message">A message without data.</param>
    public static Denial? Denial(ref CallCheck check, Process caller, Data control, out Datagram message)
    {
        message = default;
        ImmutableArray<int> words = Words(control);
        bool isKnown = words[0] == control.Length && words[1] == Level && words[2] is RightsType or CredentialsType;
        if (!isKnown)
        {
            return new Denial(Errno.EINVAL, ControlUnknown);
        }

        if (words[2] == CredentialsType)
        {
            check.Use(ControlCredentials);
            message = new Datagram(Endpoint.None, default) { Control = Credentials(caller, control) };
            return null;
        }

        ImmutableArray<DescriptorEntry> files = [.. words[3..].Select(caller.FileAt)];
        if (files.Any(file => !file.IsOpen))
        {
            return new Denial(Errno.EBADF, ControlNoDescriptor);
        }

        check.Use(ControlPasses);
        message = new Datagram(Endpoint.None, default) { Control = Rights([.. files.Select(_ => 0)]), Rights = files };
        return null;
    }

    /// <summary>
    /// What becomes of the descriptors in a message that is received: the denial, or the state in which the receiver
    /// has them, and the message as it sees it.
    /// </summary>
    public static Denial? ArrivalDenial(
        ref CallCheck check, Process receiver, Call.Receiving call, ref State state, ref Datagram message)
    {
        if (IsWithoutRights(message))
        {
            return null;
        }

        ImmutableArray<DescriptorEntry> files = message.Rights;
        message = message with { Control = default, Rights = [] };
        if (!ReceiptRules.WantsControl(call))
        {
            check.Use(RightsUnwanted);
            return null;
        }

        foreach (DescriptorEntry file in files)
        {
            if (BorderDenial(state, file, receiver) is { } denial)
            {
                return denial;
            }
        }

        int free = Enumerable.Range(0, Math.Max(receiver.Limit, 0)).Count(fd => !receiver.FileAt(fd).IsOpen);
        if (free < Math.Max(files.Length, 1))
        {
            return new Denial(Errno.EMSGSIZE, RightsNoRoom);
        }

        check.Use(RightsArrive);
        List<int> numbers = [];
        foreach (DescriptorEntry file in files)
        {
            numbers.Add(receiver.FreeDescriptor);
            receiver = receiver.With(receiver.FreeDescriptor, file);
        }

        state = state.With(receiver);
        message = message with { Control = Rights(numbers) };
        return null;
    }

    /// <summary>The message as a caller with MSG_PEEK sees it.</summary>
    public static Datagram Peeked(ref CallCheck check, Datagram message)
    {
        if (IsWithoutRights(message))
        {
            return message;
        }

        check.Use(RightsPeeked);
        return message with { Control = default };
    }

    /// <summary>The denial of a socket that may not come to the receiver's side.</summary>
    private static Denial? BorderDenial(State state, DescriptorEntry file, Process receiver) =>
        state.SocketOf(file) is { IsWithoutAddress: false } socket && socket.Prison?.Id != receiver.Prison?.Id
            ? new Denial(Errno.EPERM, PassPrison)
            : null;

    private static bool IsWithoutRights(Datagram message) =>
        message.Rights.IsEmpty && (message.Control.Length != HeaderSize || Words(message.Control)[2] != RightsType);

    private static Data Rights(List<int> numbers) => Data.Of(
    [
        .. new[] { HeaderSize + sizeof(int) * numbers.Count, Level, RightsType }.Concat(numbers)
            .SelectMany(BitConverter.GetBytes),
    ]);

    /// <summary>A struct cmsgcred over what the sender has put there; the padding behind the count stays.</summary>
    private static Data Credentials(Process sender, Data control)
    {
        byte[] bytes = control.ToArray();
        ImmutableArray<int> groups = [.. sender.Groups.Take(MostGroups)];
        int[] ids = [sender.Pid, sender.User.Real, sender.User.Effective, sender.Group.Real];
        Put(0, [.. ids.SelectMany(BitConverter.GetBytes), .. BitConverter.GetBytes((short)groups.Length)]);
        Put((ids.Length + 1) * sizeof(int), [.. groups.SelectMany(BitConverter.GetBytes)]);
        return Data.Of(bytes);

        void Put(int at, byte[] content)
        {
            for (int i = 0; i < content.Length && HeaderSize + at + i < bytes.Length; i++)
            {
                bytes[HeaderSize + at + i] = content[i];
            }
        }
    }

    /// <summary>The whole integers in control data.</summary>
    private static ImmutableArray<int> Words(Data control)
    {
        byte[] bytes = control.ToArray();
        return
        [
            .. Enumerable.Range(0, bytes.Length / sizeof(int))
                .Select(i => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * sizeof(int)))),
        ];
    }
}
