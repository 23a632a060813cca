using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// The processes that sleep in poll(2) or select(2). An event on a socket wakes those that have asked for its side,
/// whether or not it makes the socket ready (kern/uipc_socket.c:sopoll).
/// </summary>
internal static class Pollers
{
    private const PollEvents Arriving =
        PollEvents.POLLIN | PollEvents.POLLPRI | PollEvents.POLLRDNORM | PollEvents.POLLRDBAND;

    /// <summary>The state in which everybody is woken who has asked for a side of a socket, in order.</summary>
    /// <param name="state">The state.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="side">Data or room; nobody asks for anything else.</param>
    public static State WakePollers(this State state, int socket, SleepReason side)
    {
        while (state.LongestPoller(socket, side) is { } poller)
        {
            state = state.Wake(poller, SleepPhase.Woken);
        }

        return state;
    }

    private static Process? LongestPoller(this State state, int socket, SleepReason side)
    {
        Process? longest = null;
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is { Phase: SleepPhase.Asleep, Awaits: SleepReason.Readiness } sleep
                && !(longest?.Sleep?.Since < sleep.Since) && Asks(process, sleep.Call, socket, side))
            {
                longest = process;
            }
        }

        return longest;
    }

    private static bool Asks(Process process, Call call, int socket, SleepReason side) => (call, side) switch
    {
        (Call.Poll poll, SleepReason.Data) => Asks(process, poll, socket, Arriving),
        (Call.Poll poll, SleepReason.Room) => Asks(process, poll, socket, PollEvents.POLLOUT),
        (Call.Select { Sets: var sets } select, SleepReason.Data) =>
            Asks(process, select, sets.Read, socket) || Asks(process, select, sets.Except, socket),
        (Call.Select { Sets: var sets } select, SleepReason.Room) => Asks(process, select, sets.Write, socket),
        _ => false,
    };

    private static bool Asks(Process process, Call.Poll call, int socket, PollEvents events)
    {
        for (int i = 0; i < Math.Min(call.Entries.Count, process.TableSize); i++)
        {
            if ((call.Entries[i].Events & events) != 0 && process.FileAt(call.Entries[i].Fd).Id == socket)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(Process process, Call.Select call, DescriptorSet? set, int socket) =>
        set is { } asked && asked.All.Any(fd => fd < call.Count && process.FileAt(fd).Id == socket);
}
