using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;
using static Verify.Model.States.ControlMessages;

namespace Verify.Model.Rules.Sockets;

/// <summary>What recvmsg(2) returns besides data and sender (kern/uipc_syscalls.c:recvit).</summary>
internal static class ReceiptRules
{
    public static readonly Rule ReceiptFlags = new(
        "S12.receipt-flags",
        "recvmsg returns its flags, with MSG_TRUNC if a datagram was cut or the buffers have no room at all.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiptControl = new(
        "S12.receipt-control",
        "recvmsg returns the control messages that there is room for; those for which nothing is left are missing.",
        "kern/uipc_syscalls.c:recvit");
    public static readonly Rule ReceiptControlCut = new(
        "S12.receipt-control-cut", "recvmsg sets MSG_CTRUNC if it cuts a control message.",
        "kern/uipc_syscalls.c:recvit");

    /// <summary>True if the caller of a receive has room for control data.</summary>
    public static bool WantsControl(Call.Receiving call) => call is Call.RecvMsg { ControlLength: > 0 };

    /// <summary>The outcome of a receive.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="call">The call.</param>
    /// <param name="received">What is received, with the control data that the caller may see.</param>
    /// <param name="isDatagram">True for a datagram, which is received as a whole.</param>
    public static Outcome Of(ref CallCheck check, Call.Receiving call, Datagram received, bool isDatagram)
    {
        Data data = received.Data.Slice(0, Math.Min(received.Data.Length, call.Capacity));
        Endpoint? sender = call.AsksForSender && isDatagram && !received.Source.IsNone ? received.Source : null;
        string? path = call.AsksForSender && isDatagram ? received.Path : null;
        if (call is not Call.RecvMsg message)
        {
            return Outcome.Received(data, sender, path, default, MessageOptions.None);
        }

        check.Use(ReceiptFlags);
        bool isCut = isDatagram && (received.Data.Length > call.Capacity || call.Capacity == 0);
        MessageOptions flags = call.Options | (isCut ? MessageOptions.MSG_TRUNC : MessageOptions.None);
        int room = Math.Min(message.ControlLength, received.Control.Length);
        if (room > 0)
        {
            check.Use(ReceiptControl);
        }

        if (!IsBoundary(received.Control, room))
        {
            check.Use(ReceiptControlCut);
            flags |= MessageOptions.MSG_CTRUNC;
        }

        return Outcome.Received(data, sender, path, received.Control.Slice(0, room), flags);
    }

    /// <summary>True if a control message ends, or the first one begins, at an offset.</summary>
    private static bool IsBoundary(Data control, int offset)
    {
        int end = 0;
        while (end < offset)
        {
            end += LengthAt(control, end);
        }

        return end == offset;
    }

    private static int LengthAt(Data control, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(control.Slice(at, HeaderSize).ToArray());
}
