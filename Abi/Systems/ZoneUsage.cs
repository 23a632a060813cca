namespace Verify.Abi.Systems;

/// <summary>One line of vmstat -z.</summary>
/// <param name="Name">The zone's name, as the kernel gives it.</param>
/// <param name="InUse">Items allocated and not freed.</param>
public readonly record struct ZoneUsage(string Name, int InUse);
