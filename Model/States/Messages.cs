namespace Verify.Model.States;

/// <summary>Messages with open files in them (S9).</summary>
internal static class Messages
{
    /// <summary>True if some message passes a descriptor.</summary>
    public static bool HasMessages(this State state)
    {
        foreach (Socket socket in state.Sockets)
        {
            if (socket.End is not null && socket.HasRights())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if some message passes an open file that satisfies a condition.</summary>
    public static bool Passes(this State state, Func<DescriptorEntry, bool> fits)
    {
        foreach (Socket socket in state.Sockets)
        {
            foreach (Datagram message in socket.Inbox)
            {
                foreach (DescriptorEntry file in message.Rights)
                {
                    if (fits(file))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The state in which the entries of open files in messages are replaced.</summary>
    public static State InMessages(this State state, Func<DescriptorEntry, DescriptorEntry> change)
    {
        foreach (Socket socket in state.Sockets)
        {
            if (socket.HasRights())
            {
                state = state.With(socket with
                {
                    Inbox =
                    [
                        .. socket.Inbox.Select(message => message with { Rights = [.. message.Rights.Select(change)] }),
                    ],
                });
            }
        }

        return state;
    }

    private static bool HasRights(this Socket socket)
    {
        foreach (Datagram message in socket.Inbox)
        {
            if (!message.Rights.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
