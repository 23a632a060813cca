namespace Verify.Implementation.Inet;

/// <summary>What a PCB table has done since boot; shows that nothing is hashed anew without need (H3).</summary>
/// <param name="Inserts">PCBs put into the hashes.</param>
/// <param name="Rehashes">PCBs moved because their foreign end changed.</param>
/// <param name="Removes">PCBs taken out of the hashes.</param>
/// <param name="Redundant">Rehashes that changed nothing: the audit wants none.</param>
public readonly record struct PcbStatistics(long Inserts, long Rehashes, long Removes, long Redundant = 0);
