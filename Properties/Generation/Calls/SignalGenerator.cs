using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates sigaction(2), and signals to processes that sleep.</summary>
internal static class SignalGenerator
{
    /// <summary>Signals that end a process, or not; each of them can be caught.</summary>
    private static readonly int[] Signals = [30, 30, 31, 31, 1, 15, 13, 13, 20, 20, 16, 18, 19, 23, 29, 32, 128];

    /// <summary>Signals that cannot be caught, and numbers of none.</summary>
    private static readonly int[] OddSignals = [9, 17, 0, -1, 129, 256 + 30, int.MinValue];

    public static Call? SigAction(RunContext run)
    {
        ref Prng random = ref run.Random;
        SignalAction action = random.Below(10) switch
        {
            < 6 => SignalAction.Handler,
            < 8 => SignalAction.SIG_DFL,
            _ => SignalAction.SIG_IGN,
        };
        return new Call.SigAction(
            run.AnyProcess().Pid,
            random.Chance(8) ? random.Pick<int>(OddSignals) : random.Pick<int>(Signals),
            action,
            Restarts: random.Chance(50));
    }

    /// <summary>
    /// A signal to a process that sleeps: mostly one with a handler, which interrupts it; sometimes one that it
    /// ignores, or that ends it.
    /// </summary>
    public static Call.Kill Signal(RunContext run, Process sleeper)
    {
        ref Prng random = ref run.Random;
        int signal = random.Pick<int>(Signals);
        SignalAction wanted = random.Chance(85) ? SignalAction.Handler : SignalAction.SIG_IGN;
        for (int tries = 0; tries < 6 && sleeper.Actions[signal] != wanted; tries++)
        {
            signal = random.Pick<int>(Signals);
        }

        return new Call.Kill(run.AnyProcess().Pid, sleeper.Pid, random.Chance(4) ? 9 : signal);
    }
}
