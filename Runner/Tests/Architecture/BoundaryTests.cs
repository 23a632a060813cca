using System.Xml.Linq;
using Shouldly;
using Verify.Properties;
using Xunit;

namespace Verify.Runner.Tests.Architecture;

/// <summary>The boundaries between the projects: what each may reference, and that its code keeps to it.</summary>
public sealed class BoundaryTests
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Abi", [] },
        { "Model", ["Abi"] },
        { "Implementation", ["Abi"] },
        { "Properties", ["Abi", "Model", "Implementation"] },
        { "Proofs", ["Abi", "Implementation", "Properties"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_only_what_it_may(string project, string[] allowed) =>
        Referenced(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ShouldBeSubsetOf(allowed);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Code_needs_only_the_projects_that_it_may(string project, string[] allowed) =>
        CompiledCode.ProjectsNeededBy(project).Where(needed => !allowed.Contains(needed.Key)).ShouldBeEmpty();

    [Fact]
    public void Dependencies_are_found() =>
        CompiledCode.ProjectsNeededBy("Properties").Keys
            .ShouldBe(["Abi", "Model", "Implementation"], ignoreOrder: true);

    [Theory]
    [InlineData("Abi")]
    [InlineData("Model")]
    [InlineData("Implementation")]
    public void The_core_projects_use_no_package(string project) =>
        Referenced(project, "PackageReference").ShouldBeEmpty();

    private static IEnumerable<string> Referenced(string project, string kind) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value);
}
