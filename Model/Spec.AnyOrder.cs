using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model;

/// <content>A dialect that leaves open which of several equal sockets a lookup finds.</content>
public static partial class Spec
{
    /// <summary>Tries the other results that the call's lookups may have; FreeBSD 4.0's was not observed.</summary>
    private static Verdict JudgeOtherWays(State state, Call call, in Outcome observed, in Verdict exact)
    {
        for (int way = 1; way < EqualSockets.Ways; way++)
        {
            Verdict verdict = Judge(WithWay(state, way), call, in observed);
            if (verdict.Accepted)
            {
                return new Verdict(true, state, WithWay(verdict.Next, 0), verdict.Rules, default);
            }
        }

        Expectation expected = exact.Expected with { Freedom = "or that of any other socket that matches as well" };
        return new Verdict(false, state, exact.After, exact.Rules, expected);
    }

    private static State WithWay(State state, int way) => state with { Host = state.Host with { Way = way } };
}
