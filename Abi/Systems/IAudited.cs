namespace Verify.Abi.Systems;

/// <summary>The capability to check one's own structures, as a kernel built with INVARIANTS does.</summary>
public interface IAudited
{
    /// <summary>
    /// Checks every internal invariant, and names the first violated one; null if all hold. Details come after a colon.
    /// Changes nothing.
    /// </summary>
    string? Audit();
}
