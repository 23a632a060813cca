namespace Verify.Implementation.Files;

/// <summary>When a quota is used up.</summary>
public static class QuotaRule
{
    /// <summary>Whether one who owns so many nodes may have one more; a limit of 0 is none.</summary>
    public static bool HasRoom(int owned, int limit) => limit == 0 || owned < limit;
}
