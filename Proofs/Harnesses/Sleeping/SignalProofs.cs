using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>What a signal does to a process that sleeps.</summary>
internal static class SignalProofs
{
    [Proof("R2", "A signal with a handler interrupts; one that is ignored, or would do nothing, does not even wake. "
        + "The others end the process, but wake process 1 for nothing. A traced process takes no notice.",
        Bound = "one process that sleeps, with the action of one signal set", Mutant = "ignored-signal-wakes")]
    public static void Posted(byte signal, byte action, bool restarts, bool isFirst, bool isTraced)
    {
        Proof.Assume(signal is > 0 and <= 128 & action < 3);
        var scheduler = new Scheduler();
        var process = new Process { Pid = isFirst ? 1 : 2, Tracer = isTraced ? 3 : 0 };
        process.Actions.Set(signal, (SignalAction)action, restarts);
        scheduler.Sleep(process, new Channel(new Socket(), Awaited.Data), "");
        bool ends = new SignalPosting(scheduler).Post(process, signal);
        bool isCaught = action == (byte)SignalAction.Handler;
        bool isFatal = !isTraced & action == (byte)SignalAction.SIG_DFL & Signals.Ends(signal);
        Proof.Assert(ends == (isFatal & !isFirst), "it ends the process");
        Proof.Assert(
            process.Sleeping.IsWoken == (isFatal & isFirst | (isCaught & !isTraced)), "it wakes the process");
        Proof.Assert(process.Sleeping.Signal == (isCaught & !isTraced ? signal : 0), "it interrupts the call");
        Proof.Assert(process.Actions.Restarts(signal) == (isCaught & restarts), "SA_RESTART restarts it");
    }

    [Proof("R2", "An action is that of one signal: setting it leaves those of the others as they are.",
        Bound = "two signals", Mutant = "signal-set-of-64")]
    public static void ActionsAreApart(byte signal, byte other, byte action, byte second)
    {
        Proof.Assume(signal is > 0 and <= 128 & other is > 0 and <= 128 & signal != other & action < 3 & second < 3);
        SignalActions actions = default;
        actions.Set(other, (SignalAction)second, restarts: true);
        actions.Set(signal, (SignalAction)action, restarts: true);
        bool isCaught = second == (byte)SignalAction.Handler;
        Proof.Assert(
            actions.Catches(other) == isCaught & actions.Restarts(other) == isCaught, "it is caught as before");
        Proof.Assert(
            actions.Ignores(other) == (!isCaught & (second == (byte)SignalAction.SIG_IGN | !Signals.Ends(other))),
            "it is ignored as before");
    }
}
