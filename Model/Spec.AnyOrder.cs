using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model;

/// <content>A dialect that leaves open which of several equal sockets a lookup finds.</content>
public static partial class Spec
{
    /// <summary>Checks a call with any result of its lookups that the dialect allows.</summary>
    private static Verdict JudgeAnyOrder(State state, Call call, in Outcome observed)
    {
        Verdict verdict = Judge(state, call, in observed);
        return verdict.Accepted || !state.Host.Dialect.LeavesOrderOpen
            ? verdict
            : JudgeOtherWays(state, call, in observed, in verdict);
    }

    /// <summary>The state in which lookups that find several equal sockets pick them in a certain way.</summary>
    /// <param name="state">The state before or after a call.</param>
    /// <param name="way">The way; 0 for that of FreeBSD 4.0, and after the call.</param>
    internal static State WithWay(State state, int way) =>
        way == state.Host.Way ? state : state with { Host = state.Host with { Way = way } };

    /// <summary>Tries the other results that the call's lookups may have; FreeBSD 4.0's was not observed.</summary>
    private static Verdict JudgeOtherWays(State state, Call call, in Outcome observed, in Verdict exact)
    {
        for (int way = 1; way < EqualSockets.Ways; way++)
        {
            Verdict verdict = Judge(WithWay(state, way), call, in observed);
            if (verdict.Accepted)
            {
                return new Verdict(state, WithWay(verdict.Next, 0), verdict.Rules, null);
            }
        }

        Expectation? expected = exact.Expected?.Or("or that of any other socket that matches as well");
        return new Verdict(state, exact.After, exact.Rules, expected);
    }
}
