namespace Verify.Abi.Systems;

/// <summary>The capability to tell what is allocated, as vmstat -z does.</summary>
public interface IHasZones
{
    /// <summary>The items in use of each zone, in a fixed order: G7 compares boot with the end of a run.</summary>
    IReadOnlyList<ZoneUsage> Zones { get; }
}
