using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>Three processes that fell asleep in this order, each at one of the six channels of two sockets.</summary>
internal sealed class ThreeSleepers
{
    private const int OfASocket = 3;

    private readonly Socket _first = new();
    private readonly Socket _second = new();
    private readonly Process[] _all = [new(), new(), new()];

    public ThreeSleepers(byte first, byte second, byte third)
    {
        Scheduler.Sleep(_all[0], At(first), "");
        Scheduler.Sleep(_all[1], At(second), "");
        Scheduler.Sleep(_all[2], At(third), "");
    }

    public Scheduler Scheduler { get; } = new();

    public Process this[int index] => _all[index];

    /// <summary>The number of one of the six channels.</summary>
    public static byte NumberOf(byte any) => (byte)(any % (2 * OfASocket));

    public Channel At(byte number) =>
        new(number < OfASocket ? _first : _second, (Awaited)(number % OfASocket));

    /// <summary>
    /// Asserts that exactly these processes were woken, and that both queues have their members in the order in which
    /// they fell asleep.
    /// </summary>
    public void AreWoken(bool first, bool second, bool third)
    {
        AreInOrder(Scheduler.FirstRunnable, first, second, third);
        AreInOrder(Scheduler.FirstSleeping, !first, !second, !third);
        Proof.Assert(
            _all[0].Sleeping.IsWoken == first & _all[1].Sleeping.IsWoken == second & _all[2].Sleeping.IsWoken == third,
            "each knows whether it was woken");
    }

    /// <summary>Asserts that a queue has exactly these processes, in this order.</summary>
    public void AreInOrder(Process? queued, bool first, bool second, bool third)
    {
        HasNext(Pass(_all[0], first, queued), second, third);
    }

    /// <summary>Asserts that a queue has exactly these of the last two processes, in this order.</summary>
    public void HasNext(Process? queued, bool second, bool third)
    {
        Process? next = Pass(_all[1], second, queued);
        next = Pass(_all[2], third, next);
        Proof.Assert(next is null, "nobody else is in the queue");
    }

    private static Process? Pass(Process process, bool isNext, Process? queued)
    {
        if (!isNext)
        {
            return queued;
        }

        Proof.Assert(ReferenceEquals(queued, process), "it is the next one in the queue");
        return process.NextInQueue;
    }
}
