using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that freed items retain nothing of their last user (S2).</summary>
internal static class FreedAudit
{
    public static string? Check<T>(Zone<T> zone)
        where T : ZoneItem, new()
    {
        for (T? item = zone.FirstFree; item is not null; item = (T?)item.NextFree)
        {
            if (Blank<T>.FirstDifference(item) is { } field)
            {
                return $"freed {zone.Usage.Name} is not blank: {field}";
            }
        }

        return null;
    }
}
