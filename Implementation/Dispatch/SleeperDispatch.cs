using System.Collections.Immutable;
using Verify.Abi;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;

namespace Verify.Implementation.Dispatch;

/// <summary>Continues the calls of woken processes, and answers for processes that sleep.</summary>
internal sealed class SleeperDispatch(
    Scheduler scheduler, DescriptorDispatch descriptors, PollCalls polls, ProcessCalls processes,
    RightsCollector collector)
{
    /// <summary>A call in the name of a process that sleeps, or the turn of one that was woken.</summary>
    public Outcome Execute(Process process, Call.ByProcess call) => call switch
    {
        Call.Exit => processes.Exit(process),
        Call.Resume resume when process.Sleeping.IsWoken && process.Sleeping.Name == resume.Call => Run(process),
        _ => Outcome.Failed(Errno.ESRCH),
    };

    /// <summary>
    /// Gives each woken process the processor in turn, also those that are woken meanwhile, and returns the calls that
    /// have ended.
    /// </summary>
    public ImmutableArray<Resumption> RunAll()
    {
        ImmutableArray<Resumption>.Builder ended = ImmutableArray.CreateBuilder<Resumption>();
        while (scheduler.FirstRunnable is { } process)
        {
            (int pid, string name) = (process.Pid, process.Sleeping.Name);
            Outcome outcome = Run(process);
            collector.Run();
            if (!outcome.IsAsleep)
            {
                ended.Add(new Resumption(pid, name, outcome));
            }
        }

        return ended.DrainToImmutable();
    }

    /// <summary>
    /// The end of the time, and then a signal, decides before what the process was woken for: tsleep.
    /// </summary>
    private Outcome Run(Process process)
    {
        SleepingCall slept = scheduler.Run(process);
        return slept.IsTimeOver || slept.Signal != 0 ? Interrupt(process, slept)
            : slept.Call is Call.OnDescriptor ? descriptors.Continue(process, slept)
            : polls.Continue(process, slept);
    }

    /// <summary>
    /// EINTR, or with SA_RESTART the call again from its beginning; connect(2), poll(2) and select(2) are never
    /// restarted. At the end of its time it is EAGAIN (EWOULDBLOCK), or for poll and select that nothing is ready. What
    /// was sent or received before counts as success.
    /// </summary>
    private Outcome Interrupt(Process process, in SleepingCall slept)
    {
        if (slept.Done > 0)
        {
            return Outcome.Returned(slept.Done);
        }

        if (slept.Taken.Length > 0)
        {
            scheduler.Abandon(slept);
            return ReceiveCalls.Reply((Call.Receiving)slept.Call!, slept.Taken, slept.Control);
        }

        if (slept.IsTimeOver)
        {
            return slept.Call is Call.OnDescriptor ? Outcome.Failed(Errno.EAGAIN) : PollCalls.TimeOut(slept.Call!);
        }

        if (slept.Call is Call.OnDescriptor call and not Call.Connect && process.Actions.Restarts(slept.Signal))
        {
            return descriptors.Execute(process, call);
        }

        scheduler.Abandon(slept);
        return Outcome.Failed(Errno.EINTR);
    }
}
