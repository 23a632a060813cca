namespace Verify.Model.States;

/// <content>What UDP has counted.</content>
public static partial class StateDigest
{
    /// <summary>
    /// Adds what only a read of the counters shows (S11). <see cref="AddTo"/> leaves it out: states that differ in
    /// nothing else behave alike for everybody who does not read them.
    /// </summary>
    public static void AddCountersTo(this State state, ref StateHash hash) => state.Udp.AddTo(ref hash);
}
