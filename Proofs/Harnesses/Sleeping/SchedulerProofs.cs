using Verify.Implementation.Processes;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>Who is woken, in which order, and by which signal.</summary>
internal static class SchedulerProofs
{
    private const string Three = "three processes at six channels";

    [Proof("R2", "A wake-up makes exactly the processes runnable that sleep there, in the order in which they fell "
        + "asleep; the others sleep on in theirs.",
        Bound = Three, Mutant = "woken-in-reverse")]
    public static void WakesAllOfAChannel(byte first, byte second, byte third, byte woken)
    {
        (first, second, third) = Channels(first, second, third);
        woken = ThreeSleepers.NumberOf(woken);
        var sleepers = new ThreeSleepers(first, second, third);
        sleepers.Scheduler.Wake(sleepers.At(woken));
        sleepers.AreWoken(first == woken, second == woken, third == woken);
    }

    [Proof("R2", "A wake-up of one process makes the one runnable that has slept there longest, and no other.",
        Bound = Three, Mutant = "one-connection-wakes-all")]
    public static void WakesTheFirst(byte first, byte second, byte third, byte woken)
    {
        (first, second, third) = Channels(first, second, third);
        woken = ThreeSleepers.NumberOf(woken);
        var sleepers = new ThreeSleepers(first, second, third);
        sleepers.Scheduler.WakeOne(sleepers.At(woken));
        bool isSecond = first != woken & second == woken;
        sleepers.AreWoken(first == woken, isSecond, first != woken & second != woken & third == woken);
        Proof.Assert(
            sleepers[0].Sleeping.IsOnlyOneWoken == (first == woken)
            & sleepers[1].Sleeping.IsOnlyOneWoken == isSecond,
            "it knows that it is the only one");
    }

    [Proof("R2", "Signals and wake-ups make a process runnable once. Of several signals the one with the lowest number "
        + "decides, also after a wake-up, and none interrupts a process that is awake.",
        Bound = Three + "; two signals to the second one", Mutant = "last-signal-decides")]
    public static void SignalledOnce(byte first, byte second, byte third, byte signal, byte other, bool isWoken)
    {
        (first, second, third) = Channels(first, second, third);
        Proof.Assume(first != second & second != third);
        (int one, int two) = (1 + signal % 128, 1 + other % 128);
        var sleepers = new ThreeSleepers(first, second, third);
        if (isWoken)
        {
            sleepers.Scheduler.Wake(sleepers.At(second));
        }

        Process process = sleepers[1];
        sleepers.Scheduler.Interrupt(process, one);
        sleepers.Scheduler.Interrupt(process, two);
        sleepers.Scheduler.Wake(sleepers.At(second));
        sleepers.AreWoken(false, true, false);
        SleepingCall call = sleepers.Scheduler.Run(process);
        Proof.Assert(call.Signal == (one < two ? one : two), "the lowest number decides");
        Proof.Assert(!process.IsAsleep & sleepers.Scheduler.FirstRunnable is null, "it runs, and is in no queue");
        sleepers.Scheduler.Interrupt(process, one);
        Proof.Assert(
            process.Sleeping.Signal == 0 & sleepers.Scheduler.FirstRunnable is null, "awake, it takes no notice");
    }

    [Proof("R2", "A process that ends leaves its queue and the order of the others. If it was the only one woken for a "
        + "connection, the next one at the channel is woken in its place.",
        Bound = Three + ", of which the first one ends", Mutant = "wake-up-dies-with-its-process")]
    public static void LeavesItsQueue(byte first, byte second, byte third, bool isWoken, bool isOnlyOne)
    {
        (first, second, third) = Channels(first, second, third);
        var sleepers = new ThreeSleepers(first, second, third);
        if (isWoken & isOnlyOne)
        {
            sleepers.Scheduler.WakeOne(sleepers.At(first));
        }
        else if (isWoken)
        {
            sleepers.Scheduler.Wake(sleepers[0]);
        }

        sleepers.Scheduler.Forget(sleepers[0]);
        bool isSecond = isWoken & isOnlyOne & second == first;
        bool isThird = isWoken & isOnlyOne & second != first & third == first;
        sleepers.HasNext(sleepers.Scheduler.FirstRunnable, isSecond, isThird);
        sleepers.HasNext(sleepers.Scheduler.FirstSleeping, !isSecond, !isThird);
        Proof.Assert(!sleepers[0].IsAsleep, "it is no longer asleep");
    }

    private static (byte First, byte Second, byte Third) Channels(byte first, byte second, byte third) =>
        (ThreeSleepers.NumberOf(first), ThreeSleepers.NumberOf(second), ThreeSleepers.NumberOf(third));
}
