using ArchUnitNET.Fluent.Slices;
using Shouldly;
using Xunit;

namespace Verify.Runner.Tests.Architecture;

/// <summary>
/// The rooms of a project: no two need each other in a circle, and docs/architecture.md names them in an order in which
/// each needs only those below it.
/// </summary>
public sealed class RoomTests
{
    private static readonly string Planted = typeof(RoomTests).Namespace + ".Planted";

    public static TheoryData<string> Projects => [.. CompiledCode.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Rooms_form_no_circle(string project) =>
        Circles(CompiledCode.All, CompiledCode.NamespaceOf(project)).ShouldBeEmpty();

    [Fact]
    public void A_circle_is_found() => Circles(CompiledCode.Tests, Planted).ShouldNotBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_needs_only_rooms_below_it(string project)
    {
        string root = CompiledCode.NamespaceOf(project);
        LayersPage
            .Faults(LayersPage.RoomsOf(project), CompiledCode.RoomsOf(root), CompiledCode.DependenciesIn(root))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Left, Right", "'Left' needs 'Right', which lies above it: LeftHand needs RightHand")]
    [InlineData("Right, Left", "'Right' needs 'Left', which lies above it: RightHand needs LeftHand")]
    [InlineData("Left, Right, Attic", "the page names 'Attic', which has no code")]
    [InlineData("Left", "the page does not name 'Right'")]
    public void A_wrong_order_is_found(string layers, string fault)
    {
        string[] page = ["### Planted", "", .. layers.Split(", ").Select((room, i) => $"{i + 1}. `{room}`: a room")];
        LayersPage
            .Faults(
                LayersPage.RoomsOf("Planted", page),
                CompiledCode.RoomsOf(Planted),
                CompiledCode.DependenciesIn(Planted))
            .ShouldContain(fault);
    }

    private static IEnumerable<string> Circles(ArchUnitNET.Domain.Architecture code, string root) =>
        SliceRuleDefinition.Slices().Matching(root + ".(**)").Should().BeFreeOfCycles()
            .Evaluate(code)
            .Where(result => !result.Passed)
            .Select(result => result.Description);
}
