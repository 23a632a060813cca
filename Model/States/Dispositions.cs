using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// What sigaction(2) has set for the signals of a process; in each set bit 0 is signal 1. A signal in no set has its
/// default action.
/// </summary>
/// <param name="Ignored">Signals that are ignored although they would end the process.</param>
/// <param name="Caught">Signals with a handler.</param>
/// <param name="Restarting">Signals with a handler after which the interrupted call is made again (SA_RESTART).</param>
public sealed record Dispositions(UInt128 Ignored, UInt128 Caught, UInt128 Restarting)
{
    /// <summary>Every signal has its default action.</summary>
    public static Dispositions Default { get; } = new(0, 0, 0);

    /// <summary>What a signal, from 1 to 128, does.</summary>
    public SignalAction this[int signal] =>
        (Caught & BitOf(signal)) != 0 ? SignalAction.Handler
        : (Ignored & BitOf(signal)) != 0 ? SignalAction.SIG_IGN
        : SignalAction.SIG_DFL;

    /// <summary>True if a call that the signal's handler interrupts is made again.</summary>
    public bool Restarts(int signal) => (Restarting & BitOf(signal)) != 0;

    /// <summary>The same with another action of one signal.</summary>
    internal Dispositions With(int signal, SignalAction action, bool restarts)
    {
        UInt128 others = ~BitOf(signal);
        UInt128 caught = action == SignalAction.Handler ? BitOf(signal) : 0;
        return new Dispositions(
            (Ignored & others) | (action == SignalAction.SIG_IGN ? BitOf(signal) : 0),
            (Caught & others) | caught,
            (Restarting & others) | (restarts ? caught : 0));
    }

    /// <summary>The bit of a signal in a set.</summary>
    internal static UInt128 BitOf(int signal) => UInt128.One << (signal - 1);
}
