using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Open files in messages: a socket exists as long as somebody can use it, or can receive it from a socket that
/// somebody can use (S9).
/// </summary>
internal static class UnreachableRules
{
    public static readonly Rule UnreachableCloses = new(
        "S9.unreachable-closes",
        "A socket is closed as soon as it is only in messages that nobody can receive.", "D45");

    /// <summary>The verdict on a call, at whose end nothing is open that nobody can reach.</summary>
    public static Verdict Settled(ref CallCheck check, in Verdict verdict)
    {
        State settled = Settled(ref check, verdict.After);
        return ReferenceEquals(settled, verdict.After) ? verdict : check.Then(settled, in verdict);
    }

    /// <summary>
    /// The state without the sockets that nobody can reach: those of a process, in a queue of those, in a message at
    /// those, are reached.
    /// </summary>
    private static State Settled(ref CallCheck check, State state)
    {
        if (!check.State.HasMessages() && !state.HasMessages())
        {
            return state;
        }

        while (FirstUnreachable(state) is { } lost)
        {
            check.Use(UnreachableCloses);
            state = DescriptorRules.Free(ref check, state, lost);
        }

        return state;
    }

    private static Socket? FirstUnreachable(State state)
    {
        HashSet<int> reached = [];
        var toFollow = new Stack<int>();
        foreach (Process process in state.Processes)
        {
            foreach (DescriptorEntry file in process.Files)
            {
                Reach(file.Id);
            }
        }

        while (toFollow.TryPop(out int id))
        {
            Socket socket = state.SocketOf(id);
            foreach (int waiting in socket.Queue)
            {
                Reach(waiting);
            }

            foreach (Datagram message in socket.Inbox)
            {
                foreach (DescriptorEntry file in message.Rights)
                {
                    Reach(file.Id);
                }
            }
        }

        return state.Sockets.FirstOrDefault(socket => !reached.Contains(socket.Id));

        void Reach(int id)
        {
            if (id > 0 && reached.Add(id))
            {
                toFollow.Push(id);
            }
        }
    }
}
