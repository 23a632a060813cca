using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks that the scheduler's queues have exactly the processes that are asleep, and that nobody sleeps on although
/// what it waits for has happened, or its time is over (G7).
/// </summary>
internal sealed class SleepAudit(ProcessTable processes, Scheduler scheduler, bool wakesLater)
{
    /// <summary>The first inconsistency found.</summary>
    /// <param name="asleep">How many of all processes sleep.</param>
    public string? Check(int asleep)
    {
        int queued = 0;
        string? problem = CheckQueue(scheduler.FirstSleeping, areWoken: false, ref queued)
            ?? CheckQueue(scheduler.FirstRunnable, areWoken: true, ref queued);
        if (problem is not null)
        {
            return problem;
        }

        return !wakesLater && scheduler.FirstRunnable is { } forgotten
                ? $"woken process does not continue: {forgotten.Pid}"
            : queued != asleep ? $"sleeping processes miscounted: {queued} queued, {asleep} asleep"
            : null;
    }

    private string? CheckQueue(Process? first, bool areWoken, ref int queued)
    {
        for (Process? process = first; process is not null; process = process.NextInQueue)
        {
            SleepingCall sleeping = process.Sleeping;
            if (++queued > processes.Count || !ReferenceEquals(processes.Find(process.Pid), process)
                || !process.IsAsleep || sleeping.IsWoken != areWoken || !scheduler.Holds(process))
            {
                return $"scheduler queue corrupt: {process.Pid}";
            }

            if (!IsItsOwn(process, sleeping))
            {
                return $"process sleeps at a socket that is not its own: {process.Pid}";
            }

            if (!areWoken && sleeping.Deadline != 0 && sleeping.Deadline <= scheduler.Now)
            {
                return $"process sleeps on when its time is over: {process.Pid}";
            }

            if (!areWoken && !wakesLater && HasHappened(process, sleeping))
            {
                return $"wake-up lost: {process.Pid}";
            }
        }

        return null;
    }

    /// <summary>True if a process sleeps where its call may: poll and select at no socket of their own.</summary>
    private static bool IsItsOwn(Process process, in SleepingCall sleeping) => sleeping.Call switch
    {
        Call.OnDescriptor call => sleeping.Channel.Socket is { } socket
            && ReferenceEquals(process.Descriptors[call.Fd]?.Socket, socket),
        Call.Poll or Call.Select => sleeping.Channel.Is(Channel.Polled)
            && sleeping.End == Ticks.Never == (sleeping.Deadline == 0),
        _ => false,
    };

    private static bool HasHappened(Process process, in SleepingCall sleeping)
    {
        if (sleeping.Call is Call.OnDescriptor call)
        {
            return HasHappened(call, sleeping, sleeping.Channel.Socket!);
        }

        for (int i = 0; i < sleeping.Polled.Count; i++)
        {
            PollEntry entry = sleeping.Polled[i];
            if (process.Descriptors[entry.Fd]?.Socket is { } socket && HasHappened(socket, entry.Events))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for what is polled; what a low-water mark decides is left out.</summary>
    private static bool HasHappened(Socket socket, PollEvents asked) =>
        ((asked & (PollEvents.POLLIN | PollEvents.POLLRDNORM)) != 0 && socket.Protocol is not IdleProtocol
            && (socket.PendingError != Errno.None || socket.CannotReceive || socket.Waiting.First is not null))
        || ((asked & PollEvents.POLLOUT) != 0 && (socket.PendingError != Errno.None || socket.CannotSend));

    /// <summary>
    /// True if something has happened that always wakes. That an option was changed does not: FreeBSD lets the process
    /// sleep until the next wake-up.
    /// </summary>
    private static bool HasHappened(Call.OnDescriptor call, in SleepingCall sleeping, Socket socket) => call switch
    {
        Call.Accept => socket.Waiting.First is not null || socket.CannotReceive,
        Call.Connect => socket.PendingError != Errno.None || socket.Pcb is null || socket.IsConnected,
        Call.Sending => socket.CannotSend || socket.Peer!.Received.Queued == 0,
        Call.Receiving when sleeping.Channel.Awaited == Awaited.Turn => !socket.IsReceiveLocked,
        Call.Receiving receive => socket.PendingError != Errno.None || socket.CannotReceive
            || (socket.Protocol.CarriesDatagrams
                ? socket.Received.First is not null
                : socket.Received.Queued >= receive.Capacity - sleeping.Taken.Length),
        _ => true,
    };
}
