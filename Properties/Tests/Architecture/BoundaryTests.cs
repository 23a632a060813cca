using System.Reflection;
using System.Xml.Linq;
using NetArchTest.Rules;
using Shouldly;
using Xunit;

namespace Verify.Properties.Tests.Architecture;

/// <summary>
/// The boundaries between the folders: what each project may reference, and that its code keeps to it.
/// </summary>
public sealed class BoundaryTests
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;

    [Theory]
    [InlineData("Abi")]
    [InlineData("Model", "Abi")]
    [InlineData("Implementation", "Abi")]
    [InlineData("Properties", "Abi", "Model", "Implementation")]
    [InlineData("Proofs", "Abi", "Implementation", "Properties")]
    public void A_project_references_only_what_it_may(string project, params string[] allowed)
    {
        var file = XDocument.Load(Path.Combine(Root, project, project + ".csproj"));
        IEnumerable<string> referenced = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        referenced.ShouldBeSubsetOf(allowed);
    }

    [Theory]
    [InlineData("Abi")]
    [InlineData("Model")]
    [InlineData("Implementation")]
    public void The_core_projects_use_no_package(string project) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj"))
            .Descendants("PackageReference").ShouldBeEmpty();

    [Theory]
    [InlineData("Verify.Abi", new[] { "Verify.Model", "Verify.Implementation", "Verify.Properties", "Verify.Proofs" })]
    [InlineData("Verify.Model", new[] { "Verify.Implementation", "Verify.Properties", "Verify.Proofs" })]
    [InlineData("Verify.Implementation", new[] { "Verify.Model", "Verify.Properties", "Verify.Proofs" })]
    public void A_types_dependencies_stay_inside_the_boundary(string assembly, string[] forbidden)
    {
        PredicateList types = Types.InAssembly(Assembly.Load(assembly)).That().ResideInNamespace(assembly);

        types.GetTypes().ShouldNotBeEmpty();
        TestResult result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        result.IsSuccessful.ShouldBeTrue(string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void The_boundary_check_sees_a_dependency_where_there_is_one() =>
        Types.InAssembly(Assembly.Load("Verify.Properties")).That().ResideInNamespace("Verify.Properties")
            .ShouldNot().HaveDependencyOn("Verify.Model").GetResult().IsSuccessful.ShouldBeFalse();

    [Fact]
    public void No_source_file_is_long()
    {
        // An enum cannot be split.
        string[] lists = ["Privilege.cs"];
        const int limit = 240;
        IEnumerable<string> longOnes = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/artifacts/", StringComparison.Ordinal))
            .Where(file => !lists.Contains(Path.GetFileName(file)))
            .Where(file => File.ReadLines(file).Count() > limit);

        longOnes.ShouldBeEmpty();
    }
}
