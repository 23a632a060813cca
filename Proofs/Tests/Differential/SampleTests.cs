using System.Reflection;
using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests.Differential;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Methods.Select(method => method.Name)];

    internal static IEnumerable<MethodInfo> Methods =>
        new[]
        {
            typeof(Samples), typeof(ArraySamples), typeof(ObjectSamples), typeof(BoxSamples),
            typeof(DispatchSamples), typeof(KernelSamples), typeof(MergingSamples), typeof(ExceptionSamples),
            typeof(DelegateSamples), typeof(StaticSamples),
        }
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly));

    [Theory]
    [MemberData(nameof(Names))]
    public void Executor_and_runtime_agree(string name)
    {
        using var comparison = Compare(name);
        comparison.Check(calls: 300);
    }

    [Theory]
    [InlineData(nameof(Samples.Switch), 9)]
    [InlineData(nameof(Samples.Recursion), 7)]
    [InlineData(nameof(Samples.MergedCalls), 1)]
    [InlineData(nameof(ArraySamples.WriteAnywhere), 3)]
    [InlineData(nameof(ObjectSamples.FindInList), 3)]
    [InlineData(nameof(ObjectSamples.WriteToFound), 3)]
    public void The_number_of_paths_is(string name, int paths)
    {
        using var comparison = Compare(name);
        comparison.Paths.ShouldBe(paths);
    }

    private static Comparison Compare(string name) => new(Methods.Single(method => method.Name == name));
}
