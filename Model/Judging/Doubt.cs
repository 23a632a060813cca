using System.Collections.Immutable;

namespace Verify.Model.Judging;

/// <summary>Why an outcome that no state allows may be right all the same.</summary>
internal static class Doubt
{
    /// <summary>The reason; null if there is none, and the outcome is not allowed.</summary>
    /// <param name="others">What is allowed instead.</param>
    public static string? About(ImmutableArray<Branch> others) =>
        others.Select(branch => branch.Rule).FirstOrDefault(rule => rule.IsSimplification) is { } rule
            ? $"the model leaves this out (docs/deviations.md, {rule.Source})"
            : null;
}
