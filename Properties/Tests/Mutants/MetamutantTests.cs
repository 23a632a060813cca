using Shouldly;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

/// <summary>Mutants that are compiled together are those that are compiled alone.</summary>
public sealed class MetamutantTests
{
    [Theory]
    [InlineData("_start + 1", "_start + 11", "Next 14, Last 2, Sum 5, Sum 1, Twice 4, counter")]
    [InlineData("_start - 1", "_start - 2", "Next 4, Last 1, Sum 5, Sum 1, Twice 4, counter")]
    [InlineData("_start + value", "value", "Next 4, Last 2, Sum 2, Sum 1, Twice 4, counter")]
    [InlineData("_start - (int)value", "Sum((int)value + 1)", "Next 4, Last 2, Sum 5, Sum 6, Twice 4, counter")]
    [InlineData("2 * value", "value > 1 ? 7 : 8", "Next 4, Last 2, Sum 5, Sum 1, Twice 7, counter")]
    [InlineData("\"counter\"", "nameof(Counter)", "Next 4, Last 2, Sum 5, Sum 1, Twice 4, Counter")]
    public void Each_change_is_in_its_own_image_alone(string before, string after, string expected) =>
        Describe(Together().With(new SourceEdit("Counter.cs", before, after)).ShouldNotBeNull()).ShouldBe(expected);

    [Fact]
    public void Images_differ_in_the_changed_method_alone()
    {
        Metamutant together = Together();
        using var bodies = new MethodBodies(together.With(SampleProject.Changes[0]).ShouldNotBeNull());

        bodies.ReplacedIn(together.With(SampleProject.Changes[0])).ShouldBe([]);
        bodies.ReplacedIn(together.With(SampleProject.Changes[1])).ShouldNotBeNull().Count.ShouldBe(2);
        byte[] other = together.With(SampleProject.Changes[0])!;
        other[^1] ^= 1;
        bodies.ReplacedIn(other).ShouldBeNull();
        bodies.ReplacedIn(other.AsSpan(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("_start += more", "_start -= more")]
    [InlineData("_start = 3", "_start = 4")]
    [InlineData("public int Sum(int value)", "internal int Sum(int value)")]
    [InlineData("int Twice(int value);", "int Twice(int values);")]
    [InlineData("public class Counter", "public sealed class Counter")]
    [InlineData("namespace Sample;", "namespace Sample; using System;")]
    [InlineData("no such text", "x")]
    public void A_change_of_anything_but_bodies_is_left_out(string before, string after)
    {
        var edit = new SourceEdit("Counter.cs", before, after);

        var together = new Metamutant(SampleProject.Compilation, [.. SampleProject.Changes, edit]);

        together.With(edit).ShouldBeNull();
        together.With(SampleProject.Changes[0]).ShouldNotBeNull();
    }

    [Fact]
    public void A_change_that_does_not_compile_leaves_each_to_be_compiled_alone()
    {
        var edit = new SourceEdit("Counter.cs", "2 * value", "2 * nothing");

        var together = new Metamutant(SampleProject.Compilation, [.. SampleProject.Changes, edit]);

        together.With(edit).ShouldBeNull();
        together.With(SampleProject.Changes[0]).ShouldBeNull();
    }

    private static Metamutant Together() => new(SampleProject.Compilation, SampleProject.Changes);

    private static string Describe(byte[] image) => SampleProject.Describe(System.Reflection.Assembly.Load(image));
}
