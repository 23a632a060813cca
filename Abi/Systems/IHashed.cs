namespace Verify.Abi.Systems;

/// <summary>The capability to tell whether two states behave alike.</summary>
public interface IHashed
{
    /// <summary>
    /// Adds everything that can influence a later outcome, in an order independent of history, so that equal hashes
    /// mean states with equal behaviour, except for the counters.
    /// </summary>
    void AddTo(ref StateHash hash);

    /// <summary>
    /// Adds the counters that calls can only read. They are apart because each call changes them: states would seldom
    /// be alike, and only what reads them can tell.
    /// </summary>
    void AddCountersTo(ref StateHash hash);
}
