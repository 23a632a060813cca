using Verify.Abi;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>What recvmsg(2) returns besides data and sender: the second half of recvit.</summary>
internal static class MessageReply
{
    /// <summary>
    /// The reply of a receive. msg_flags has the caller's flags too. FreeBSD 4.0 sets MSG_CTRUNC only if it cuts a
    /// message: those for which nothing at all is left are missing without notice.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="data">The data.</param>
    /// <param name="sender">Where it comes from.</param>
    /// <param name="control">The control messages, each in an mbuf.</param>
    /// <param name="isCut">True if the datagram has more data.</param>
    public static Outcome Of(Call.Receiving call, Data data, Endpoint? sender, in Few<Data> control, bool isCut)
    {
        if (call is not Call.RecvMsg message)
        {
            return Outcome.Received(data, sender);
        }

        MessageOptions flags = isCut ? call.Options | MessageOptions.MSG_TRUNC : call.Options;
        Data copied = default;
        int left = message.ControlLength;
        for (int i = 0; i < control.Count && left > 0; i++)
        {
            Data next = control[i];
            if (next.Length > left)
            {
                flags |= MessageOptions.MSG_CTRUNC;
                next = next.Slice(0, left);
            }

            copied = copied.Then(next);
            left -= next.Length;
        }

        return Outcome.Received(data, sender, path: null, copied, flags);
    }
}
