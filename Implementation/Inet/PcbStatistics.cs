namespace Verify.Implementation.Inet;

/// <summary>Operations on a PCB table since boot, which show that no PCB is rehashed needlessly (H3).</summary>
/// <param name="Inserts">PCBs inserted into the hash tables.</param>
/// <param name="Rehashes">PCBs moved because their foreign endpoint changed.</param>
/// <param name="Removes">PCBs removed from the hash tables.</param>
/// <param name="Redundant">Rehashes that changed nothing; the audit allows none.</param>
public readonly record struct PcbStatistics(long Inserts, long Rehashes, long Removes, long Redundant = 0);
