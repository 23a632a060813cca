using Shouldly;
using Verify.Implementation;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

/// <summary>The worlds of corpus/worlds.</summary>
public sealed class WorldFolderTests
{
    public static TheoryData<string> Names => [.. KeptWorlds.All.Select(world => world.Name)];

    [Fact]
    public void Worlds_come_in_the_order_of_their_names()
    {
        KeptWorlds.All.Length.ShouldBeGreaterThan(1);
        KeptWorlds.All.Select(world => world.Name).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_alphabet_is_large_enough_to_be_worth_exploring(string name) =>
        KeptWorlds.Of(name).Alphabet.Length.ShouldBeGreaterThanOrEqualTo(10);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_call_before_the_sequences_succeeds_or_sleeps(string name)
    {
        SmallWorld world = KeptWorlds.Of(name);
        var machine = new Machine(world.Start.World);

        world.Start.Steps.Select(step => machine.Execute(step.Call))
            .ShouldAllBe(outcome => outcome.Succeeded || outcome.IsAsleep);
    }

    [Fact]
    public void A_new_file_is_read_without_a_build()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(
            Path.Combine(folder, "b.world"), "about: b\nrequirements: G7\ndepth: 1\nstart:\ncalls:\n[1] fork()\n");
        File.WriteAllText(Path.Combine(folder, "b.txt"), "not a world");

        WorldFolder.Load(folder).ShouldHaveSingleItem().Name.ShouldBe("b");
        Directory.Delete(folder, recursive: true);
    }
}
