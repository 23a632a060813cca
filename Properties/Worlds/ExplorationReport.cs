using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>What an exploration saw.</summary>
/// <param name="World">What was explored.</param>
/// <param name="Depth">Every sequence of so many calls was tried.</param>
/// <param name="States">Different states found, the first one included.</param>
/// <param name="Transitions">Calls tried, each in a different state.</param>
/// <param name="Extent">How it ended.</param>
/// <param name="Rules">Rules of the model that were used, with counts.</param>
/// <param name="Finding">A shortest sequence that shows a fault; null where there is none to this depth.</param>
public sealed record ExplorationReport(
    SmallWorld World, int Depth, int States, long Transitions, Extent Extent, RuleCounts Rules, Finding? Finding);
