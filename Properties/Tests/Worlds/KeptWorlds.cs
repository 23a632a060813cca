using System.Collections.Immutable;
using Verify.Properties.Worlds;

namespace Verify.Properties.Tests.Worlds;

/// <summary>The repository's small worlds, read once for all tests.</summary>
internal static class KeptWorlds
{
    public static ImmutableArray<SmallWorld> All { get; } =
        WorldFolder.Load(Repository.Around(AppContext.BaseDirectory).Worlds);

    public static SmallWorld Of(string name) => All.Single(world => world.Name == name);
}
