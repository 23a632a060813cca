using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Scheduling;

/// <summary>
/// The processes that sleep in a call, and those that were woken and wait for the processor: kern_synch.c. A process is
/// in one queue at a time, and its position among those of a channel is that in which they fell asleep. FreeBSD
/// distributes the sleeping ones over hash chains; here one chain has them all.
/// </summary>
internal sealed class Scheduler : IWakeups
{
    /// <summary>The wait message of those who wait for data or room in a buffer: sbwait.</summary>
    public const string BufferWait = "sbwait";

    private IntrusiveQueue<Process, Process.InQueue> _sleeping;
    private IntrusiveQueue<Process, Process.InQueue> _runnable;

    /// <summary>The process that has slept longest.</summary>
    public Process? FirstSleeping => _sleeping.First;

    /// <summary>The process that was woken first.</summary>
    public Process? FirstRunnable => _runnable.First;

    /// <summary>The current tick: ticks of kern_clock.c.</summary>
    public long Now { get; private set; }

    /// <summary>Since boot, in microseconds, as of the current tick: getmicrouptime.</summary>
    public long Uptime => Now * Clock.Tick;

    /// <summary>The next tick at which the time of a process is over; null if no time is limited.</summary>
    public long? NextDeadline
    {
        get
        {
            long? next = null;
            for (Process? process = _sleeping.First; process is not null; process = process.NextInQueue)
            {
                long deadline = process.Sleeping.Deadline;
                next = deadline != 0 && !(deadline >= next) ? deadline : next;
            }

            return next;
        }
    }

    /// <summary>Puts the caller to sleep: tsleep.</summary>
    /// <param name="process">The caller.</param>
    /// <param name="channel">Where it sleeps.</param>
    /// <param name="message">What procfs shows.</param>
    /// <param name="done">The bytes that the call has sent.</param>
    /// <param name="taken">What the call has received.</param>
    /// <param name="ticks">For how long; 0 is without end.</param>
    public Outcome Sleep(
        Process process, Channel channel, string message, int done = 0, Data taken = default, long ticks = 0)
    {
        process.Sleeping = new SleepingCall { Channel = channel, Message = message, Done = done, Taken = taken };
        _sleeping.Append(process);
        process.Sleeping.Deadline = ticks == 0 ? 0 : Now + ticks;
        return Outcome.Asleep;
    }

    /// <summary>
    /// The end of a time that begins now, in microseconds since boot. A time of less than a tick is a tick (itimerfix).
    /// </summary>
    public long EndOf(long time) => Uptime + (time is > 0 and < Clock.Tick ? Clock.Tick : time);

    /// <summary>
    /// A tick begins. Those whose time is over with it are woken in the order in which they fell asleep: softclock,
    /// endtsleep.
    /// </summary>
    public void Reach(long tick)
    {
        Now = tick;
        Process? later;
        for (Process? process = _sleeping.First; process is not null; process = later)
        {
            later = process.NextInQueue;
            if (process.Sleeping.Deadline == tick && tick != 0)
            {
                MakeRunnable(process);
                process.Sleeping.IsTimeOver = true;
            }
        }
    }

    /// <summary>
    /// Makes all processes runnable that sleep there, after those that poll the buffer of a socket: sowakeup.
    /// </summary>
    public void Wake(Channel channel)
    {
        WakePollers(channel);
        Process? next;
        for (Process? process = _sleeping.First; process is not null; process = next)
        {
            next = process.NextInQueue;
            if (process.Sleeping.Channel.Is(channel))
            {
                MakeRunnable(process);
            }
        }
    }

    /// <inheritdoc/>
    public void WakeOne(Channel channel)
    {
        Process? process = _sleeping.First;
        while (process is not null && !process.Sleeping.Channel.Is(channel))
        {
            process = process.NextInQueue;
        }

        if (process is not null)
        {
            MakeRunnable(process);
            process.Sleeping.IsOnlyOneWoken = true;
        }
    }

    /// <summary>Wakes a process, if it sleeps, whatever it waits for: setrunnable.</summary>
    public void Wake(Process process)
    {
        if (process.IsAsleep && !process.Sleeping.IsWoken)
        {
            MakeRunnable(process);
        }
    }

    /// <summary>Interrupts a process, if it is in a sleeping call, by a signal that it catches.</summary>
    public void Interrupt(Process process, int signal)
    {
        Wake(process);
        if (process.IsAsleep)
        {
            int other = process.Sleeping.Signal;
            process.Sleeping.Signal = other == 0 || signal < other ? signal : other;
        }
    }

    /// <summary>Gives a woken process the processor: its call is no longer asleep.</summary>
    /// <returns>The call as it was.</returns>
    public SleepingCall Run(Process process)
    {
        SleepingCall call = process.Sleeping;
        _runnable.Remove(process);
        process.Sleeping = default;
        return call;
    }

    /// <summary>Removes a process that ends.</summary>
    public void Forget(Process process)
    {
        if (!process.IsAsleep)
        {
            return;
        }

        if (!process.Sleeping.IsWoken)
        {
            MakeRunnable(process);
        }

        Abandon(Run(process));
    }

    /// <summary>
    /// Ends a call by a signal. An attempt to connect goes on without it. A process in accept(2) that was woken for a
    /// connection wakes the next one: FreeBSD 4.0 lets the connection wait (D32, G7). A receiver that has taken a part
    /// holds the lock of the buffer no longer.
    /// </summary>
    public void Abandon(in SleepingCall ended)
    {
        if (ended.Call is Call.Connect)
        {
            ended.Channel.Socket!.IsConnecting = false;
        }

        if (ended.IsOnlyOneWoken)
        {
            WakeOne(ended.Channel);
        }

        if (ended.Taken.Length > 0)
        {
            Unlock(ended.Channel.Socket!);
        }
    }

    /// <summary>Releases the lock of a receive buffer, and wakes all who wait for it: sbunlock.</summary>
    public void Unlock(Socket socket)
    {
        socket.IsReceiveLocked = false;
        Wake(new Channel(socket, Awaited.Turn));
    }

    /// <summary>True if the process is linked consistently in the queue in which it belongs.</summary>
    public bool Holds(Process process) =>
        process.Sleeping.IsWoken ? _runnable.Holds(process) : _sleeping.Holds(process);

    /// <summary>
    /// Wakes those in poll or select who have asked for what the buffer has, in the order in which they fell asleep:
    /// selwakeup. If there are several, FreeBSD 4.0 also wakes those who poll other files, which find nothing.
    /// </summary>
    private void WakePollers(Channel channel)
    {
        Process? later;
        for (Process? poller = _sleeping.First; poller is not null; poller = later)
        {
            later = poller.NextInQueue;
            if (poller.Polls(channel))
            {
                MakeRunnable(poller);
            }
        }
    }

    private void MakeRunnable(Process process)
    {
        _sleeping.Remove(process);
        _runnable.Append(process);
        process.Sleeping.IsWoken = true;
    }
}
