using System.Collections.Immutable;
using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>The result of an exploration.</summary>
/// <param name="World">The explored world.</param>
/// <param name="Depth">Every sequence of so many calls was tried.</param>
/// <param name="States">Distinct states found, the initial one included.</param>
/// <param name="Transitions">Calls tried, each in a distinct state.</param>
/// <param name="End">How it ended.</param>
/// <param name="Rules">Rules of the model that were used, with counts.</param>
/// <param name="Finding">A shortest sequence that shows a fault; null if there is none up to this depth.</param>
/// <param name="LeftOut">The checks that the system has nothing to show for, one phrase each.</param>
/// <param name="EndedAsleep">The states without a leak check, because process 1 sleeps in them.</param>
public sealed record ExplorationReport(
    SmallWorld World, int Depth, int States, long Transitions, ExplorationEnd End, RuleCounts Rules, Finding? Finding,
    ImmutableArray<string> LeftOut, long EndedAsleep);
