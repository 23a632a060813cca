using System.Collections.Immutable;

namespace Verify.Abi.Calls;

/// <summary>A world and the calls made in it: the content of a trace text.</summary>
/// <param name="World">The machine at boot.</param>
/// <param name="Steps">The calls in order.</param>
public sealed record Trace(World World, ImmutableArray<Step> Steps)
{
    /// <summary>The trace that states all outcomes that were observed.</summary>
    public static Trace Of(World world, IEnumerable<ObservedCall> calls) =>
        new(world, [.. calls.Select(made => made.ToStep())]);

    /// <summary>Same world and steps.</summary>
    public bool Equals(Trace? other) => other is not null && World == other.World && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(World, Steps.Length);

    /// <summary>The trace text.</summary>
    public override string ToString() => Notation.Current.Of(this);
}

/// <summary>A call, with what the trace states of its outcome; null if it asks for the outcome.</summary>
public readonly record struct Step(Call Call, Statement? Stated)
{
    /// <summary>
    /// A call with all of its outcome. Of a datagram from outside, that includes that nobody received it: its receiver
    /// is all that can be seen of it.
    /// </summary>
    public Step(Call call, in Outcome seen)
        : this(call, Statement.Of(seen))
    {
        if (call is Call.WireUdp && seen.Succeeded)
        {
            Stated = Stated! with { Receivers = seen.Receivers };
        }
    }

    /// <summary>The same step, with all that was observed if it states less, or something else.</summary>
    public Step CompletedBy(in Outcome seen)
    {
        var whole = new Step(Call, seen);
        return Stated is { } stated && stated.Fits(seen)
            ? this with { Stated = stated.CompletedBy(whole.Stated!) }
            : whole;
    }
}

/// <summary>A call that was made, with the outcome that was observed; null if there is none because it threw.</summary>
public readonly record struct ObservedCall(Call Call, Outcome? Outcome)
{
    /// <summary>The call, stating its outcome.</summary>
    public Step ToStep() => Outcome is { } seen ? new Step(Call, seen) : new Step(Call, Stated: null);
}
