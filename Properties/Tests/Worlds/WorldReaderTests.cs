using Shouldly;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

/// <summary>The text of a world's file.</summary>
public sealed class WorldReaderTests
{
    private const string Text = """
        # A comment.
        about: two sockets
        requirements: G1 J2
        depth: 3

        let ports = 53|80
        start:
        if lo0 127.0.0.1/8
        [1] fork()  # a comment

        calls:
        [1] bind(3, 127.0.0.1:{ports})
        [{1|2}] close(3)
        """;

    [Fact]
    public void Reads_every_part()
    {
        SmallWorld world = WorldFolder.Read(Text, "two-sockets.world");

        world.Name.ShouldBe("two-sockets");
        world.Description.ShouldBe("two sockets");
        world.Requirements.ShouldBe(["G1", "J2"]);
        world.Depth.ShouldBe(3);
        world.Start.World.Interfaces.ShouldHaveSingleItem().Name.ShouldBe("lo0");
        world.Start.Steps.ShouldHaveSingleItem().Call.ShouldBe(new Call.Fork(1));
        LinesOf(world).ShouldBe(
        [
            "[1] bind(3, 127.0.0.1:53)", "[1] bind(3, 127.0.0.1:80)", "[1] close(3)", "[2] close(3)",
        ]);
    }

    [Theory]
    [InlineData("[1] close({3|4})", "[1] close(3)", "[1] close(4)")]
    [InlineData("[1] close({3..5})", "[1] close(3)", "[1] close(4)", "[1] close(5)")]
    [InlineData("[1] close({-1..0|7})", "[1] close(-1)", "[1] close(0)", "[1] close(7)")]
    [InlineData("[1] rmdir(\"{/a*3}\")", "[1] rmdir(\"/a/a/a\")")]
    [InlineData("[1] rmdir(\"{|/{a*2}b}\")", "[1] rmdir(\"\")", "[1] rmdir(\"/aab\")")]
    [InlineData("let x = 3|{a*2}\n[1] rmdir(\"{x}\")", "[1] rmdir(\"3\")", "[1] rmdir(\"aa\")")]
    [InlineData("let x = 3|4\nlet y = {x}|5\n[1] close({y})", "[1] close(3)", "[1] close(4)", "[1] close(5)")]
    [InlineData("[{1|2}] close({3|4})", "[1] close(3)", "[1] close(4)", "[2] close(3)", "[2] close(4)")]
    [InlineData("[1] rmdir(\"\\x7b\")", "[1] rmdir(\"{\")")]
    [InlineData("[1] rmdir(\"#{a|b}\") # {c|d}", "[1] rmdir(\"#a\")", "[1] rmdir(\"#b\")")]
    [InlineData("[1] open(\"/\", O_WRONLY|O_CREAT, 0644)", "[1] open(\"/\", O_WRONLY|O_CREAT, 0644)")]
    public void A_line_expands_to_all_its_combinations(string lines, params string[] calls) =>
        LinesOf(WithCalls(lines)).ShouldBe(calls);

    [Fact]
    public void Where_processes_continue_later_that_is_a_call()
    {
        const string Resumption = "[{1|2}] <... accept resumed>)";
        string text = Text.Replace("if lo0", "wakeups later\nif lo0", StringComparison.Ordinal) + "\n" + Resumption;

        LinesOf(WorldFolder.Read(text, "later.world"))[^2..]
            .ShouldBe(["[1] <... accept resumed>)", "[2] <... accept resumed>)"]);
        Should.Throw<TraceFormatException>(() => WorldFolder.Read(Text + "\n" + Resumption, "now.world"))
            .Message.ShouldBe("now.world:13:17: expected a call without a result, found a result");
    }

    [Theory]
    [InlineData("about: two sockets", "about two sockets",
        "2:1: expected \"about:\" and a value, found 'about two sockets'")]
    [InlineData("requirements: G1 J2", "requirements: G1,J2",
        "3:1: expected ids of requirements such as \"G1 J2\", found 'G1,J2'")]
    [InlineData("depth: 3", "depth: 0", "4:1: expected a depth from 1 to 100, found depth: 0")]
    [InlineData("let ports = 53|80", "let Ports = 53|80",
        "6:1: expected a list such as \"let name = a|b\", found 'let Ports = 53|80'")]
    [InlineData("let ports = 53|80", "let ports = 53}80",
        "6:15: expected a '{' before it; in quotes, \\x7d is a closing brace, found '}'")]
    [InlineData("let ports = 53|80", "if lo0", "6:1: expected \"let\" or \"start:\", found 'if lo0'")]
    [InlineData("start:", "begin:", "7:1: expected \"let\" or \"start:\", found 'begin:'")]
    [InlineData("calls:", "alphabet:", "14:1: expected \"calls:\", found the end")]
    [InlineData("[1] fork()  # a comment", "  [1] frok()", "9:7: expected a call: fork")]
    [InlineData("[1] fork()  # a comment", "[1] fork() = 2", "9:14: expected a call without a result, found a result")]
    [InlineData("{ports}", "{prots}",
        "12:24: expected the name of a list that a 'let' above defines, or alternatives such as a|b, found 'p'")]
    [InlineData("{ports}", "{53}",
        "12:24: expected alternatives such as a|b, numbers such as 0..9, or a repetition such as x*9, found '5'")]
    [InlineData("{ports}", "{53|80", "12:30: expected '}', found the end of the line")]
    [InlineData("{ports}", "{9..1}",
        "12:24: expected the least number, \"..\", and the greatest, at most 4096 in all, found '9'")]
    [InlineData("{ports}", "{0..4096}",
        "12:24: expected the least number, \"..\", and the greatest, at most 4096 in all, found '0'")]
    [InlineData("{ports}", "{5*4097}", "12:25: expected a repetition of at most 4096 times, found '*'")]
    [InlineData("{ports}", "{0..99}{0..99}", "12:37: expected at most 4096 lines from one, found ')'")]
    [InlineData("{ports}", "{0..99|0..256}", "13:1: expected 1 to 256 calls, found 359")]
    [InlineData("{ports}", "{53|x}", "12:27: expected a port")]
    [InlineData("[{1|2}] close(3)", "[{1|1}] close(3)",
        "13:1: expected a call that is not in the alphabet yet, found one of line 13")]
    [InlineData("[{1|2}] close(3)", "if fxp0", "13:1: expected a call such as [1] fork(), found another line")]
    public void A_line_that_does_not_fit_is_reported_with_its_place(string line, string replacement, string message)
    {
        Action read = () => WorldFolder.Read(Text.Replace(line, replacement, StringComparison.Ordinal), "w.world");

        read.ShouldThrow<TraceFormatException>().Message.ShouldStartWith("w.world:" + message);
    }

    [Theory]
    [InlineData("Two Sockets.world")]
    [InlineData("two.sockets.world")]
    public void A_name_that_a_mutant_cannot_refer_to_is_refused(string fileName)
    {
        Action read = () => WorldFolder.Read(Text, fileName);

        read.ShouldThrow<TraceFormatException>().Message.ShouldStartWith(
            $"{fileName}:1:1: expected a file name of lower-case letters, digits and hyphens");
    }

    private static SmallWorld WithCalls(string lines) =>
        WorldFolder.Read($"about: a\nrequirements: G1\ndepth: 1\nstart:\ncalls:\n{lines}\n", "w.world");

    private static string[] LinesOf(SmallWorld world) =>
        [.. world.Alphabet.Select(call => TraceWriter.Line(call, stated: null))];
}
