namespace Verify.Runner.Tests.Architecture;

/// <summary>One room needs another.</summary>
/// <param name="From">The room that needs the other.</param>
/// <param name="To">The room that is needed.</param>
/// <param name="Example">Two types that show it.</param>
internal readonly record struct RoomDependency(string From, string To, string Example);
