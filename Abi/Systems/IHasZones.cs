namespace Verify.Abi.Systems;

/// <summary>The capability to tell what is allocated, as vmstat -z does.</summary>
public interface IHasZones
{
    /// <summary>
    /// The items in use of each zone, in a fixed order. G7 compares boot with the end of a run, when process 1 has
    /// closed the console too; so the console, which is there before any process, is in no zone.
    /// </summary>
    IReadOnlyList<ZoneUsage> Zones { get; }
}
