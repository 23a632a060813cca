using Shouldly;
using Verify.Implementation;
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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_call_before_the_sequences_succeeds(string name)
    {
        SmallWorld world = SmallWorlds.All.Single(world => world.Name == name);
        var machine = new Machine(world.Start.World);

        world.Start.Steps.ShouldAllBe(step => machine.Execute(step.Call).Succeeded);
    }
}
