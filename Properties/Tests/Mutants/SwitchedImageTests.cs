using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

/// <summary>Mutants that share one compiled copy are those that are compiled alone.</summary>
public sealed class SwitchedImageTests
{
    private const string Unchanged = "Next 4, Last 2, Sum 5, Sum 1, Twice 4, counter";

    [Fact]
    public void One_change_is_made_at_a_time_and_none_at_first()
    {
        SwitchedImage image = Together();
        Assembly loaded = Assembly.Load(image.Bytes);
        SampleProject.Describe(loaded).ShouldBe(Unchanged);

        string[] described =
        [
            .. SampleProject.Changes.Select(change =>
            {
                SwitchedImage.Activate(loaded, image.NumberOf(change).ShouldNotBeNull());
                return SampleProject.Describe(loaded);
            }),
        ];

        described.ShouldBe(
        [
            "Next 14, Last 2, Sum 5, Sum 1, Twice 4, counter", "Next 4, Last 1, Sum 5, Sum 1, Twice 4, counter",
            "Next 4, Last 2, Sum 2, Sum 1, Twice 4, counter", "Next 4, Last 2, Sum 5, Sum 6, Twice 4, counter",
            "Next 4, Last 2, Sum 5, Sum 1, Twice 7, counter", "Next 4, Last 2, Sum 5, Sum 1, Twice 4, Counter",
        ]);
        SwitchedImage.Activate(loaded, 0);
        SampleProject.Describe(loaded).ShouldBe(Unchanged);
    }

    [Theory]
    [InlineData("_start += more", "_start -= more")]
    [InlineData("_start = 3", "_start = 4")]
    [InlineData("no such text", "x")]
    public void A_change_of_anything_but_bodies_is_compiled_alone(string before, string after) =>
        Together(new SourceEdit("Counter.cs", before, after))
            .NumberOf(new SourceEdit("Counter.cs", before, after)).ShouldBeNull();

    [Fact]
    public void A_change_of_what_a_static_constructor_calls_is_compiled_alone()
    {
        const string Source = """
            public static class Table
            {
                public static readonly int First = Make(1);

                public static int Make(int value) => Add(value);

                public static int Add(int value) => value + 1;

                public static int Other(int value) => value + 2;
            }
            """;
        CSharpCompilation project = SampleProject.Compilation.AddSyntaxTrees(ProjectSource.Parse(Source, "Table.cs"));
        SourceEdit called = new("Table.cs", "value + 1", "value + 3");
        SourceEdit notCalled = new("Table.cs", "value + 2", "value + 3");

        var image = new SwitchedImage(project, [called, notCalled], source => source);

        image.NumberOf(called).ShouldBeNull();
        image.NumberOf(notCalled).ShouldBe(2);
    }

    [Fact]
    public void Every_form_of_a_method_is_switched()
    {
        const string Source = """
            public static class Forms
            {
                private static int s_kept = 1;

                public static void Void(ref int value) { value += 10; }

                public static bool Out<T>(in T given, out T taken) { taken = given; return true; }

                public static ref int Kept() => ref s_kept;

                public static int Extended(this int value, params int[] more) => value + more.Length;

                public static string All()
                {
                    int a = 1;
                    Void(ref a);
                    bool isOut = Out("x", out string b);
                    Kept() += 4;
                    return $"{a} {isOut} {b} {s_kept} {5.Extended(1, 2)}";
                }
            }
            """;
        CSharpCompilation project = SampleProject.Compilation.AddSyntaxTrees(ProjectSource.Parse(Source, "Forms.cs"));
        SourceEdit[] changes =
        [
            new("Forms.cs", "value += 10", "value += 20"), new("Forms.cs", "return true", "return false"),
            new("Forms.cs", "=> ref s_kept", "=> ref (new int[1])[0]"), new("Forms.cs", "value + more", "value - more"),
        ];
        var image = new SwitchedImage(project, changes, source => source);
        Assembly loaded = Assembly.Load(image.Bytes);

        string[] described =
        [
            .. changes.Select(change =>
            {
                SwitchedImage.Activate(loaded, image.NumberOf(change).ShouldNotBeNull());
                return (string)loaded.GetType("Forms")!.GetMethod("All")!.Invoke(null, null)!;
            }),
        ];

        described.ShouldBe(["21 True x 5 7", "11 False x 9 7", "11 True x 9 7", "11 True x 13 3"]);
    }

    private static SwitchedImage Together(params SourceEdit[] more) =>
        new(SampleProject.Compilation, [.. SampleProject.Changes, .. more], source => source);
}
