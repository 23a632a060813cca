namespace Verify.Implementation.Files;

/// <summary>Decides when a quota is exhausted.</summary>
public static class QuotaRule
{
    /// <summary>True if a user who owns this many nodes may own one more. A limit of 0 means no limit.</summary>
    public static bool HasRoom(int owned, int limit) => limit == 0 || owned < limit;
}
