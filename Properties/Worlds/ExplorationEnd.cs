namespace Verify.Properties.Worlds;

/// <summary>How an exploration ended.</summary>
public enum ExplorationEnd
{
    /// <summary>No further call leads to a new state: sequences of any length are covered.</summary>
    Exhausted,

    /// <summary>Every sequence up to the given depth is covered.</summary>
    DepthReached,

    /// <summary>Stopped at a finding; all shorter sequences are covered.</summary>
    FaultFound,

    /// <summary>Cancelled; only sequences up to the reported depth are covered.</summary>
    Cancelled,

    /// <summary>Nothing was tried: the system lacks something that an exploration needs.</summary>
    LeftOut,
}
