using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// The sockets that a look-up may find where a dialect leaves open which of equals it is (see
/// <see cref="Difference.OrderOfEquals"/>). A call makes up to two such look-ups. It is judged once for each pair of ways
/// in which they can end, and is allowed if one of the verdicts is.
/// </summary>
internal static class EqualSockets
{
    /// <summary>More sockets with one address and port are not told apart: the ones after these are not found.</summary>
    private const int MostEquals = 8;

    /// <summary>What the other ways of the call's look-ups say, where 4.0's is not what was observed.</summary>
    public static Verdict JudgeOtherWays(State state, Call call, in Outcome observed, in Verdict exact)
    {
        for (int way = 1; way < MostEquals * MostEquals; way++)
        {
            Verdict verdict = Spec.Judge(OnTheWay(state, way), call, in observed);
            if (verdict.Accepted)
            {
                return new Verdict(true, OnTheWay(verdict.Next, 0), verdict.Rules, default);
            }
        }

        return new Verdict(
            false, state, exact.Rules, exact.Expected with { Freedom = "or as any socket that fits as well would have it" });
    }

    /// <summary>The socket that the call's first look-up finds on the way that is tried.</summary>
    public static Socket First(State state, Socket found, Func<Socket, bool> isEqual) =>
        Nth(state, found, isEqual, state.Host.Way % MostEquals);

    /// <summary>The socket that its second look-up finds.</summary>
    public static Socket Second(State state, Socket found, Func<Socket, bool> isEqual) =>
        Nth(state, found, isEqual, state.Host.Way / MostEquals);

    private static State OnTheWay(State state, int way) => state with { Host = state.Host with { Way = way } };

    // 4.0's comes first, then the others in the order of their making.
    private static Socket Nth(State state, Socket found, Func<Socket, bool> isEqual, int number)
    {
        ImmutableArray<Socket> equals = [found, .. state.Sockets.Where(s => s.Id != found.Id && isEqual(s))];
        return equals[number % equals.Length];
    }
}
