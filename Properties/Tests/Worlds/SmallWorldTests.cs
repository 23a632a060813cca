using Shouldly;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

public sealed class SmallWorldTests
{
    public static TheoryData<string> Names => [.. SmallWorlds.All.Select(world => world.Name)];

    [Fact]
    public void Names_are_unique() => SmallWorlds.All.Select(world => world.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void An_alphabet_has_each_call_once(string name)
    {
        SmallWorld world = SmallWorlds.All.Single(world => world.Name == name);

        world.Alphabet.ShouldBeUnique();
        world.Alphabet.Length.ShouldBeInRange(10, byte.MaxValue);
    }
}
