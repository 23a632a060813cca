using Shouldly;
using Verify.Testing;
using Xunit;

namespace Verify.Runner.Tests.Tidy;

/// <summary>The house style, as far as a machine can see it.</summary>
public sealed class TidyTests
{
    [Fact]
    public void Lines_fit_the_columns() => Faults(TidyRules.LongLines, ".cs", ".md").ShouldBeEmpty();

    [Fact]
    public void Files_are_short() => Faults(TidyRules.LongFiles, ".cs").ShouldBeEmpty();

    [Fact]
    public void Words_are_plain() =>
        Faults(TidyRules.RefusedWordsIn, ".cs", ".md", ".mutant", ".trace", ".fact", ".world")
            .ShouldBeEmpty();

    [Fact]
    public void Modes_are_octal() => Faults(TidyRules.HexadecimalModes, ".cs").ShouldBeEmpty();

    [Fact]
    public void Namespaces_follow_folders() => Faults(TidyRules.ForeignNamespaces, ".cs").ShouldBeEmpty();

    [Fact]
    public void A_name_is_one_types() => TypeNames.Ambiguous(TypeNames.All).ShouldBeEmpty();

    [Fact]
    public void A_long_line_is_found()
    {
        string longest = new('x', TidyRules.Columns);

        TidyRules.LongLines("a.cs", $"{longest}\n| {longest}\n{longest}y\n").ShouldBe(["a.cs:3: 121 columns"]);
    }

    [Fact]
    public void A_long_file_is_found()
    {
        string longest = new('\n', TidyRules.Lines - 1);

        TidyRules.LongFiles("a.cs", longest + "x\n").ShouldBeEmpty();
        TidyRules.LongFiles("a.cs", longest + "x\ny\n").ShouldBe(["a.cs: 241 lines"]);
    }

    [Theory]
    [InlineData("The id is taken anew.", "again")]
    [InlineData("EBADF where the descriptor is closed.", "an errno is returned if")]
    [InlineData("True where it is bound.", "true if, null if")]
    public void A_refused_word_is_found(string comment, string instead) =>
        TidyRules.RefusedWordsIn("a.cs", $"\n// {comment}\n").ShouldBe([$"a.cs:2: {instead}: // {comment}"]);

    [Theory]
    [InlineData("The folder where it lies.")]
    [InlineData("var octetsLeft = RenewAll();")]
    public void Other_words_are_not(string text) => TidyRules.RefusedWordsIn("a.cs", text).ShouldBeEmpty();

    [Theory]
    [InlineData("const int RootMode = 0x1ed;")]
    [InlineData("const int All = 0x124; // 0444")]
    public void A_mode_in_hexadecimal_is_found(string line) =>
        TidyRules.HexadecimalModes("a.cs", line).ShouldBe([$"a.cs:1: a mode is written in octal: {line}"]);

    [Fact]
    public void A_foreign_namespace_is_found()
    {
        TidyRules.ForeignNamespaces("A/B/c.cs", "namespace Verify.A.B;").ShouldBeEmpty();
        TidyRules.ForeignNamespaces("A/B/c.cs", "namespace Verify.A;")
            .ShouldBe(["A/B/c.cs: namespace Verify.A, not Verify.A.B"]);
    }

    [Fact]
    public void A_name_of_two_types_is_found() =>
        TypeNames.Ambiguous(
                [.. TypeNames.All.Where(type => type.Name == "Socket"), typeof(Twin), typeof(Nested.Twin)])
            .ShouldHaveSingleItem().ShouldContain("Nested");

    /// <summary>What breaks a rule in the repository, but for the files here, which show what is refused.</summary>
    private static IEnumerable<string> Faults(
        Func<string, string, IEnumerable<string>> rule, params string[] extensions) =>
        RepositoryFiles.Paths
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Where(path => !path.StartsWith("Runner/Tests/Tidy/", StringComparison.Ordinal))
            .SelectMany(path => rule(path, RepositoryFiles.Read(path)));

    private sealed class Twin;

    private static class Nested
    {
        internal sealed class Twin;
    }
}
