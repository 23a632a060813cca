namespace Verify.Abi.Systems;

/// <summary>The capability to tell whether two states behave alike.</summary>
public interface IHashed
{
    /// <summary>
    /// Adds everything that can influence a later outcome, in an order independent of history, so that equal hashes
    /// mean states with equal behaviour.
    /// </summary>
    void AddTo(ref StateHash hash);

    /// <summary>
    /// A digest of what UDP has counted, which influences nothing but reads of net.inet.udp.stats (S11), and which
    /// <see cref="AddTo"/> leaves out.
    /// </summary>
    ulong CountersDigest { get; }
}
