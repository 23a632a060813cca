using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that freed items retain nothing of their last user (S2).</summary>
internal static class FreedAudit
{
    public static string? Check<T>(Zone<T> zone)
        where T : ZoneItem, new() =>
        zone.FirstFree is { } first && FirstDifference(first, Blank<T>.FirstDifference) is { } field
            ? $"freed {zone.Usage.Name} is not blank: {field}"
            : null;

    private static string? FirstDifference(ZoneItem first, Func<ZoneItem, string?> differenceOf)
    {
        for (ZoneItem? item = first; item is not null; item = item.NextFree)
        {
            if (differenceOf(item) is { } field)
            {
                return field;
            }
        }

        return null;
    }
}
