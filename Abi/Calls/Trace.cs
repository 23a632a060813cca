using System.Collections.Immutable;

namespace Verify.Abi.Calls;

/// <summary>A world and the calls made in it: the content of a trace text.</summary>
/// <param name="World">The machine at boot.</param>
/// <param name="Steps">The calls in order.</param>
public sealed record Trace(World World, ImmutableArray<Step> Steps)
{
    /// <summary>Same world and steps.</summary>
    public bool Equals(Trace? other) => other is not null && World == other.World && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(World, Steps.Length);

    /// <summary>The trace text.</summary>
    public override string ToString() => Notation.Current.Of(this);
}

/// <summary>A call with its expected outcome; null if the trace leaves it open.</summary>
public readonly record struct Step(Call Call, Outcome? Expected);
