namespace Verify.Properties.Worlds;

/// <summary>How an exploration ended.</summary>
public enum Extent
{
    /// <summary>No further call leads to a new state: sequences of any length are covered.</summary>
    Closed,

    /// <summary>Every sequence up to the depth asked for is covered.</summary>
    ToDepth,

    /// <summary>Stopped at a finding; all shorter sequences are covered.</summary>
    Found,

    /// <summary>Cancelled; only sequences up to the depth reported are covered.</summary>
    Cancelled,
}
